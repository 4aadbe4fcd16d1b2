import { createSessionsJob } from './create-sessions.server.ts'
import { hearingsPass, measuresEnd, unopenedReminded, unrenewedControlsEnd } from './decisions.server.ts'
import { expireHolds } from './expire-holds.server.ts'
import type { Job } from './job.ts'
import { requestsLapse } from './lapse-requests.server.ts'
import { purgeExpired } from './purge-expired.server.ts'
import { registerImports } from './register-imports.server.ts'
import { causesGone } from './reviews-causes-gone.server.ts'
import { reviewsOver } from './reviews-of-past-visits.server.ts'
import { permitsLapsed } from './reviews-permits-lapsed.server.ts'
import { restrictionsEnded } from './reviews-restrictions-ended.server.ts'
import { visitReminders } from './visit-reminders.server.ts'
import { offers } from './waiting-list-offers.server.ts'

/** Every kind of business work, in the order it is done at one instant. Mail is not among it: it leaves the house. */
export const jobs: readonly Job[] = [
	expireHolds,
	requestsLapse,
	hearingsPass,
	measuresEnd,
	unrenewedControlsEnd,
	unopenedReminded,
	permitsLapsed,
	restrictionsEnded,
	causesGone,
	reviewsOver,
	createSessionsJob,
	offers,
	registerImports,
	visitReminders,
]

/** What keeps the tables small. Runs each minute, by the machine's own time: a session ends then, whatever the clock of the demo says. */
export const housekeeping: readonly Job[] = [purgeExpired]
