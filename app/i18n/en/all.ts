import { accessibility } from './accessibility.ts'
import { applications } from './applications.ts'
import { bookings } from './bookings.ts'
import { children } from './children.ts'
import { closures } from './closures.ts'
import { common } from './common.ts'
import { conflicts } from './conflicts.ts'
import { errors } from './errors.ts'
import { formMismatch } from './form-mismatch.ts'
import { funds } from './funds.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { identity } from './identity.ts'
import { language } from './language.ts'
import { messages } from './messages.ts'
import { phone } from './phone.ts'
import { privacy } from './privacy.ts'
import { refusals } from './refusals.ts'
import { register } from './register.ts'
import { reviews } from './reviews.ts'
import { rooms } from './rooms.ts'
import { search } from './search.ts'
import { sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { staff } from './staff.ts'
import { staffCase } from './staff-case.ts'
import { staffGate } from './staff-gate.ts'
import { staffMoney } from './staff-money.ts'
import { timetable } from './timetable.ts'
import { wishes } from './wishes.ts'

export const en = {
	...common,
	...language,
	...signIn,
	...identity,
	...home,
	...applications,
	...bookings,
	...sessions,
	...refusals,
	...formMismatch,
	...rooms,
	...wishes,
	...reviews,
	...children,
	...messages,
	...staff,
	...staffCase,
	...staffGate,
	...staffMoney,
	...timetable,
	...closures,
	...register,
	...search,
	...funds,
	...phone,
	...errors,
	...conflicts,
	...accessibility,
	...privacy,
	...help,
}
