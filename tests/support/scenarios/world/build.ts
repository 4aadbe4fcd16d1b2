import { acceptsAtOnce } from '#app/integrations/phone-system.server.ts'
import { dueWork } from '#app/jobs/due-work.server.ts'
import { fundsWork } from '#app/jobs/funds.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { makeSessions } from '#app/services/timetable/make-sessions.server.ts'
import type { Db } from '#db/client.server.ts'
import { createFakeStripe } from '#tests/support/money/fake-stripe.ts'
import type { Given } from '../parse/given.ts'
import { newMessages } from '../run/messages.ts'
import { putBookings } from './bookings.ts'
import { putFacilities } from './facilities.ts'
import { createLabels } from './labels.ts'
import { putOrders } from './orders.ts'
import { putOfficers, putPrisoners, putVisitors } from './people.ts'
import { putPermits } from './permits.ts'
import { putTimetable } from './timetable.ts'
import type { World } from './world.ts'

/** Puts a scenario's world into an empty database, and does what is due there already. */
export async function buildWorld(db: Db, owner: Db, given: Given): Promise<World> {
	const stripe = createFakeStripe()
	const world: World = {
		db,
		owner,
		now: given.clock,
		labels: createLabels(),
		officers: new Map(),
		orders: new Map(),
		stripe,
		work: [...dueWork, ...fundsWork({ payments: stripe.payments, phone: acceptsAtOnce })],
		messagesSeen: new Set(),
	}
	await putFacilities(world, given.facilities)
	await putOfficers(world, given.officers)
	await putPrisoners(world, given.prisoners)
	await putVisitors(world, given.visitors)
	await putPermits(world, given.permits)
	await putTimetable(world, given)
	await makeSessions(world.db, world.now)
	await putOrders(world, given)
	await putBookings(world, given.bookings)
	await runDue(world.db, world.now, { work: world.work })
	await newMessages(world)
	return world
}
