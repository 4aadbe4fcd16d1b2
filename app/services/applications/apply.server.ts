import type { OfficialKind, Relationship, Track } from '#app/domain/permits/permit.ts'
import { newId, newRef } from '#db/ids.ts'
import { type ApplicationRow, insertApplication } from '#db/queries/applications/write.ts'
import { queueMessages } from '#db/queries/messages.ts'
import { selectGuardians } from '#db/queries/visitors.ts'
import { audited } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

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
	formKey?: string | null
}

/**
 * Receives an application. It is stored as typed and nothing is looked up in the register: the answer, and the work behind
 * it, are the same whether or not there is such a prisoner (straffegjennomføringsloven § 7 h). Sent twice, it is one.
 *
 * @throws ServiceError `not-found` (a child of somebody else), `incomplete` (no number, name, or kind of official)
 */
export async function apply(ctx: Ctx, input: ApplyInput): Promise<ApplicationRow> {
	const { visitorId: applicantId } = requireVisitor(ctx)
	const track = input.track ?? 'family'
	const number = normalNumber(input.number)
	const name = input.name.trim()
	const missing = [
		...(number === '' ? ['number'] : []),
		...(name === '' ? ['name'] : []),
		...(track === 'official' && !input.officialKind ? ['officialKind'] : []),
	]
	if (missing.length > 0) throw new ServiceError('incomplete', 'Something is missing', missing)
	return transaction(ctx.db, async (tx) => {
		const guardians = await selectGuardians(tx, input.visitorId)
		if (input.visitorId !== applicantId && !guardians.includes(applicantId))
			throw new ServiceError('not-found', 'No such child')
		const { row, made } = await insertApplication(tx, {
			id: newId(ctx.now),
			ref: newRef(),
			formKey: input.formKey ?? null,
			applicantId,
			visitorId: input.visitorId,
			typedNumber: number,
			typedName: name,
			relationship: input.relationship,
			track,
			officialKind: track === 'official' ? (input.officialKind ?? null) : null,
			guardianConsent: input.guardianConsent ?? false,
			message: input.message ?? '',
			state: 'received',
			receivedAt: ctx.now,
		})
		if (row.applicantId !== applicantId) throw new ServiceError('not-found', 'There is no such form')
		if (!made) return row
		await audited(tx, ctx, { action: 'application.receive', subjectKind: 'application', subjectId: row.id })
		await queueMessages(tx, [
			{ kind: 'application-received', toVisitorId: applicantId, applicationId: row.id, queuedAt: ctx.now },
		])
		return row
	})
}

/** A prisoner's number as the register writes it. */
export function normalNumber(typed: string): string {
	return typed.replace(/\s+/g, '').toUpperCase()
}
