import { accessibility } from './accessibility.ts'
import { applications } from './applications.ts'
import { audit } from './audit.ts'
import { bookings } from './bookings.ts'
import { common } from './common.ts'
import { conflicts } from './conflicts.ts'
import { decisions } from './decisions.ts'
import { errors } from './errors.ts'
import { formMismatch } from './form-mismatch.ts'
import { funds } from './funds.ts'
import { help } from './help.ts'
import { home } from './home.ts'
import { identity } from './identity.ts'
import { language } from './language.ts'
import { messages } from './messages.ts'
import { privacy } from './privacy.ts'
import { refusals } from './refusals.ts'
import { register } from './register.ts'
import { restrictions } from './restrictions.ts'
import { reviews } from './reviews.ts'
import { rooms } from './rooms.ts'
import { search } from './search.ts'
import { signIn } from './sign-in.ts'
import { timetable } from './timetable.ts'
import { visitors } from './visitors.ts'
import { waitingList } from './waiting-list.ts'

export const nn = {
	...common,
	...language,
	...signIn,
	...identity,
	...home,
	...applications,
	...bookings,
	...decisions,
	...refusals,
	...formMismatch,
	...rooms,
	...waitingList,
	...restrictions,
	...reviews,
	...visitors,
	...messages,
	...timetable,
	...register,
	...search,
	...funds,
	...audit,
	...errors,
	...conflicts,
	...accessibility,
	...privacy,
	...help,
}
