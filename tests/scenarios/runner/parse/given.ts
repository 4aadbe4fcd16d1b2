import { z } from 'zod'
import { text, time } from './fields.ts'
import { bookings } from './given-bookings.ts'
import { facilities } from './given-facilities.ts'
import { orders } from './given-orders.ts'
import { officers, prisoners, visitors } from './given-people.ts'
import { permits } from './given-permits.ts'
import { rooms, sessions, templates } from './given-timetable.ts'

/** Everything of a scenario but what happens in its steps. */
export const given = z.strictObject({
	scenario: text,
	clock: time,
	facilities,
	prisoners,
	visitors,
	officers,
	permits,
	...orders,
	templates,
	sessions,
	rooms,
	bookings,
	steps: z.array(z.unknown(), { error: 'is not a list of steps' }),
})
export type Given = z.output<typeof given>
