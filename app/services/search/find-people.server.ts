import type { AuditAction, AuditSubjectKind } from '#app/domain/audit/actions.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { parsePeopleQuery, type QueryProblem } from '#app/domain/search/query.ts'
import type { SearchReason } from '#app/domain/search/reasons.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type AuditEntry, insertAudit } from '#db/queries/audit.ts'
import { selectBooking } from '#db/queries/bookings/read.ts'
import { type FoundPerson, selectPeople } from '#db/queries/search/people.ts'
import { auditEntry } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'

export type Found =
	| { kind: 'not-asked'; why: QueryProblem }
	/** The code was a visit's: straight on to it. */
	| { kind: 'booking'; ref: string }
	| { kind: 'people'; people: Omit<FoundPerson, 'id' | 'total'>[]; total: number; pages: number }

export interface FindPeopleInput {
	typed: string
	/** What the look is for: it is written down with everyone who is shown. */
	reason: SearchReason
	/** From 1. */
	page?: number
}

const size = 20
const lastPage = 500

/**
 * Finds prisoners of the officer's facility, and visitors who have to do with it, by what was typed. Each one shown is logged
 * with the reason, and so is a search that finds nobody.
 *
 * @throws ServiceError `not-allowed`
 */
export async function findPeople(ctx: Ctx, { typed, reason, page = 1 }: FindPeopleInput): Promise<Found> {
	const { facilityId } = requireOfficerHere(ctx, 'see-bookings')
	const asked = parsePeopleQuery(typed, localDate(ctx.now))
	if (typeof asked === 'string') return { kind: 'not-asked', why: asked }
	return auditedRead(ctx, async (tx) => {
		const booking = asked.code === null ? null : await selectBooking(tx, { code: asked.code })
		if (booking?.facilityId === facilityId) {
			await auditFound(tx, ctx, facilityId, reason, [{ kind: 'booking', id: booking.id }])
			return { kind: 'booking', ref: booking.ref }
		}
		const from = (Math.min(Math.max(page, 1), lastPage) - 1) * size
		const people = await selectPeople(tx, facilityId, asked, { size, from })
		await auditFound(tx, ctx, facilityId, reason, people)
		const total = people[0]?.total ?? 0
		return {
			kind: 'people',
			people: people.map(({ id: _, total: __, ...shown }) => shown),
			total,
			pages: Math.ceil(total / size),
		}
	})
}

/** One row for the search, never what was typed; and one for each person who was shown, so that they find it in their own log. */
async function auditFound(
	tx: DbOrTx,
	ctx: Ctx,
	facilityId: string,
	reason: SearchReason,
	shown: readonly { kind: 'booking' | 'prisoner' | 'visitor'; id: string }[],
): Promise<void> {
	const entry = (action: AuditAction, subjectKind: AuditSubjectKind, subjectId: string, detail: AuditEntry['detail']) =>
		auditEntry(ctx, { action, facilityId, subjectKind, subjectId, detail: { reason, ...detail } })
	await insertAudit(tx, [
		entry('search.run', 'facility', facilityId, { shown: shown.length }),
		...shown.map(({ kind, id }) => entry(`${kind}.find`, kind, id, {})),
	])
}
