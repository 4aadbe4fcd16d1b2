import { localDate } from '#app/domain/calendar/oslo.ts'
import { parseName } from '#app/domain/parse-name.ts'
import type { OfficialKind, Relationship, Track } from '#app/domain/permits/permit.ts'
import { permitHoldsOn } from '#app/domain/permits/permit.ts'
import { foldNumber, parseNumber } from '#app/domain/prisoners/prisoner-number.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { selectApplicationOfForm, selectOpenApplication } from '#db/queries/applications/open.ts'
import { type ApplicationRow, insertApplication } from '#db/queries/applications/write.ts'
import { lockVisitors } from '#db/queries/bookings/locks.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { selectGuardians, selectPermitsOf } from '#db/queries/visitors.ts'
import { writeAudit } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

/** As app/forms/applications.ts has it. */
const longestName = 120

export interface ApplyInput {
	/** Themselves or a child of theirs. */
	visitorId: string
	number: string
	name: string
	relationship: Relationship
	track?: Track
	officialKind?: OfficialKind | null
	guardianConsent?: boolean
	message?: string
	idempotencyKey?: string | null
}

/**
 * Receives an application. It is stored as typed and nothing is looked up in the register: the answer, and the work behind
 * it, are the same whether or not there is such a prisoner (straffegjennomføringsloven § 7 h). Sent twice, it is one; where one is
 * open already, it is that one.
 *
 * @throws ServiceError `not-found` (a child of somebody else), `incomplete` (no number, name, or kind of official), `wrong-state`
 * (there is a permit already, or the form was sent before for somebody else)
 */
export async function apply(ctx: Ctx, input: ApplyInput): Promise<ApplicationRow> {
	const { visitorId: applicantId } = requireVisitor(ctx)
	const track = input.track ?? 'family'
	const number = parseNumber(input.number)
	const name = parseName(input.name, longestName)
	const missing = [
		...(number === null ? ['number'] : []),
		...('name' in name ? [] : ['name']),
		...(track === 'official' && !input.officialKind ? ['officialKind'] : []),
	]
	if (number === null || !('name' in name) || missing.length > 0)
		throw new ServiceError('incomplete', 'Something is missing', missing)
	return transaction(ctx.db, async (tx) => {
		const guardians = await selectGuardians(tx, input.visitorId)
		if (input.visitorId !== applicantId && !guardians.includes(applicantId))
			throw new ServiceError('not-found', 'No such child')
		await lockVisitors(tx, [input.visitorId])
		const asked = { applicantId, visitorId: input.visitorId, typedNumber: number }
		const before = await sentBefore(tx, ctx, asked, input.idempotencyKey ?? null)
		if (before) return before
		const { row, created } = await insertApplication(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			idempotencyKey: input.idempotencyKey ?? null,
			applicantId,
			visitorId: input.visitorId,
			typedNumber: number,
			typedName: name.name,
			relationship: input.relationship,
			track,
			officialKind: track === 'official' ? (input.officialKind ?? null) : null,
			guardianConsent: input.guardianConsent ?? false,
			message: input.message ?? '',
			state: 'received',
			receivedAt: ctx.now,
		})
		if (row.applicantId !== applicantId) throw new ServiceError('not-found', 'There is no such form')
		if (!created) return row
		await writeAudit(tx, ctx, { action: 'application.receive', subjectKind: 'application', subjectId: row.id })
		await queueMessages(tx, [
			{ kind: 'application-received', toVisitorId: applicantId, applicationId: row.id, queuedAt: ctx.now },
		])
		return row
	})
}

type SentForm = Pick<ApplicationRow, 'applicantId' | 'visitorId' | 'typedNumber'>

/** What the form made before, or the one that is open already; null when it is a new one. @throws ServiceError as `apply` */
async function sentBefore(
	tx: DbOrTx,
	ctx: Ctx,
	sent: SentForm,
	idempotencyKey: string | null,
): Promise<ApplicationRow | null> {
	const ofForm = idempotencyKey === null ? null : await selectApplicationOfForm(tx, idempotencyKey)
	if (ofForm) {
		if (ofForm.applicantId !== sent.applicantId) throw new ServiceError('not-found', 'There is no such form')
		if (ofForm.visitorId === sent.visitorId && foldNumber(ofForm.typedNumber) === foldNumber(sent.typedNumber))
			return ofForm
		const subject = { kind: 'application', ref: ofForm.ref } as const
		const by = { kind: 'visitor', id: sent.applicantId } as const
		throw await wrongState(tx, ctx, { what: 'form-used', by, at: ofForm.receivedAt, subject })
	}
	const open = await selectOpenApplication(tx, sent)
	if (open) return open
	const permits = await selectPermitsOf(tx, sent.visitorId)
	const today = localDate(ctx.now)
	const isHeld = permits.some(
		({ permit, prisoner }) =>
			foldNumber(prisoner.number) === foldNumber(sent.typedNumber) && permitHoldsOn(permit, today),
	)
	if (isHeld) throw await wrongState(tx, ctx, { what: 'permit-active', by: null, at: null })
	return null
}
