import type { BookingForm } from '../load/orders.ts'
import type { BookingPair } from './orders.ts'
import type { ownLoaders } from './own-loaders.ts'
import type { Recorded, Recorder } from './recording.ts'
import { madeAnew, rewrite } from './rewrite.ts'

/** One booking as the application sends it to the database, and how others would send it. */
export interface RecordedBooking {
	recorded: Recorded[]
	of(pair: BookingPair): Recorded[]
}

/** Books a visit by the application's own actions: the time, then the last button. */
export async function recordBooking(
	recorder: Recorder,
	ask: Awaited<ReturnType<typeof ownLoaders>>,
	{ pair, form }: { pair: BookingPair; form: BookingForm },
): Promise<RecordedBooking> {
	recorder.take()
	const { headers } = form
	const held = await ask(form.path, { method: 'POST', headers, body: form.body })
	const check = held.headers.get('location') ?? ''
	if (held.status !== 303 || !check.startsWith('/visits/new/check'))
		throw new Error(`Not held: ${held.status} ${check}`)
	const booked = await ask(check, { method: 'POST', headers, body: form.lastBody })
	if (booked.status !== 303) throw new Error(`Not booked: ${booked.status}`)
	const recorded = recorder.take()

	const ref = new URL(check, 'http://localhost').searchParams.get('hold') ?? ''
	const { $client: sql } = recorder.db
	const [row] = await sql<{ id: string; code: string; idempotencyKey: string; messages: string[] }[]>`
		select id, code, idempotency_key as "idempotencyKey", array(select m.id from message m where m.booking_id = b.id) as messages
		from booking b where ref = ${ref}`
	recorder.take()
	if (!row) throw new Error('The booking is not there')
	const created = { ids: [row.id, row.idempotencyKey, ...row.messages], refs: [ref], codes: [row.code] }
	const now = new Date()
	return {
		recorded,
		of: ({ user, session }) => {
			const rewriting = new Map([
				...madeAnew(created, now),
				[pair.user.visitorId, user.visitorId],
				[pair.user.prisonerId, user.prisonerId],
				[pair.user.permitRef, user.permitRef],
				[pair.session.id, session.id],
				[pair.session.ref, session.ref],
				[pair.session.start, session.start],
				[pair.session.end, session.end],
			])
			return rewrite(recorded, rewriting, [[pair.user.tokenHash, user.tokenHash]])
		},
	}
}
