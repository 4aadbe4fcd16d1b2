import { foldName } from '#app/domain/applications/matching.ts'
import { ageOn, isLocalDate, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { newId, newRef } from '#db/ids.ts'
import { lockVisitors } from '#db/queries/bookings/locks.ts'
import { insertChild } from '#db/queries/visitors.ts'
import type { visitor } from '#db/schema/index.ts'
import { writeAudit } from '../audit.server.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

export interface AddChildInput {
	givenName: string
	familyName: string
	born: LocalDate
}

/**
 * Adds a child to the guardian's account. Whose child it is stands on the guardian's word here; an officer checks it when the
 * child is applied for.
 *
 * @throws ServiceError `incomplete` (a name is missing, or the birth date is none of someone under 18)
 */
export async function addChild(ctx: Ctx, input: AddChildInput): Promise<typeof visitor.$inferSelect> {
	const { visitorId } = requireVisitor(ctx)
	const givenName = input.givenName.trim()
	const familyName = input.familyName.trim()
	const today = localDate(ctx.now)
	const fields = [
		...(givenName === '' ? ['givenName'] : []),
		...(familyName === '' ? ['familyName'] : []),
		...(isChildBirthDate(input.born, today) ? [] : ['born']),
	]
	if (fields.length > 0) throw new ServiceError('incomplete', 'Not a child of that name and age', fields)
	return transaction(ctx.db, async (tx) => {
		// The same child sent twice at the same moment is one.
		await lockVisitors(tx, [visitorId])
		const foldedName = `${foldName(givenName)} ${foldName(familyName)}`
		const row = {
			id: newId(ctx.now),
			ref: newRef(),
			givenName,
			familyName,
			foldedName,
			born: input.born,
			birthDateSource: 'guardian' as const,
			language: 'nb' as const,
		}
		const { child, created } = await insertChild(tx, row, visitorId)
		if (created) await writeAudit(tx, ctx, { action: 'child.add', subjectKind: 'visitor', subjectId: child.id })
		return child
	})
}

/** Whether a text is the birth date of somebody under 18, today or before. */
export function isChildBirthDate(born: string, today: LocalDate): boolean {
	return isLocalDate(born) && born <= today && ageOn(born, today) < 18
}
