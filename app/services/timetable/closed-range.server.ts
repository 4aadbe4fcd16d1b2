import { addDays, instantOf } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { Within } from '#db/queries/reviews/placed.ts'
import type { Closing, ClosureRow } from '#db/queries/timetable/closures.ts'
import { selectSessionRow } from '#db/queries/timetable/visit-sessions.ts'
import { ServiceError } from '../errors.ts'

/** Further than any timetable: a closure without a last day goes on. */
const endOfTime = new Date('9999-12-31T00:00:00Z')

/** What a closure closes, with the time between which the visits it may touch lie. */
export async function closingOf(
	db: DbOrTx,
	{
		facilityId,
		roomId,
		sessionId,
		firstDate,
		lastDate,
	}: Pick<ClosureRow, 'facilityId' | 'roomId' | 'sessionId' | 'firstDate' | 'lastDate'>,
): Promise<Closing & Pick<Within, 'from' | 'until'>> {
	if (sessionId !== null) {
		const session = await selectSessionRow(db, { id: sessionId })
		if (!session) throw new ServiceError('not-found', 'There is no such session')
		return { facilityId, roomId: null, sessionId, from: session.startsAt, until: session.endsAt }
	}
	if (firstDate === null) throw new ServiceError('incomplete', 'It takes a first day', ['from'])
	const from = instantOf(firstDate, '00:00')
	return {
		facilityId,
		roomId,
		sessionId: null,
		from,
		until: lastDate ? instantOf(addDays(lastDate, 1), '00:00') : endOfTime,
	}
}
