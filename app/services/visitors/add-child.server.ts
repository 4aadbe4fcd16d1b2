import { ageOn, isLocalDate, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { foldedName } from '#app/domain/fold-name.ts'
import { parseName } from '#app/domain/parse-name.ts'
import { fullName } from '#app/domain/person-name.ts'
import { newId, newRef } from '#db/ids.ts'
import { lockVisitors } from '#db/queries/bookings/locks.ts'
import { insertChild, selectChildren } from '#db/queries/visitors.ts'
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
	/** That it is somebody else than a child of nearly the same name, born on the same day. */
	isAnother?: boolean
}

export type AddedChild =
	| { outcome: 'added'; child: Child }
	/** There is a child already whose name folds to the same. Nothing was added. */
	| { outcome: 'alike'; child: Child }

type Child = typeof visitor.$inferSelect

/**
 * Adds a child to the guardian's account. Whose child it is stands on the guardian's word here; an officer checks it when the
 * child is applied for. The same name and birth date sent again is the same child.
 *
 * @throws ServiceError `incomplete` (a name is missing, or the birth date is none of someone under 18)
 */
export async function addChild(ctx: Ctx, input: AddChildInput): Promise<AddedChild> {
	const { visitorId } = requireVisitor(ctx)
	const [given, family] = [parseName(input.givenName), parseName(input.familyName)]
	const today = localDate(ctx.now)
	const fields = [
		...('name' in given ? [] : ['givenName']),
		...('name' in family || input.familyName.trim() === '' ? [] : ['familyName']),
		...(isChildBirthDate(input.born, today) ? [] : ['born']),
	]
	if (fields.length > 0 || !('name' in given))
		throw new ServiceError('incomplete', 'Not a child of that name and age', fields)
	return transaction(ctx.db, async (tx) => {
		// The same child sent twice at the same moment is one.
		await lockVisitors(tx, [visitorId])
		const name = { givenName: given.name, familyName: 'name' in family ? family.name : '' }
		const folded = foldedName(name)
		const alike = (await selectChildren(tx, visitorId)).filter(
			(child) => child.foldedName === folded && child.born === input.born,
		)
		const same = alike.find((child) => fullName(child) === fullName(name))
		if (same) return { outcome: 'added', child: same }
		if (alike[0] && input.isAnother !== true) return { outcome: 'alike', child: alike[0] }
		const row = {
			id: newId(ctx.now),
			ref: newRef(),
			...name,
			foldedName: folded,
			born: input.born,
			birthDateSource: 'guardian' as const,
			language: 'nb' as const,
		}
		const child = await insertChild(tx, row, visitorId)
		await writeAudit(tx, ctx, { action: 'child.add', subjectKind: 'visitor', subjectId: child.id })
		return { outcome: 'added', child }
	})
}

/** Whether a text is the birth date of somebody under 18, today or before. */
export function isChildBirthDate(born: string, today: LocalDate): boolean {
	return isLocalDate(born) && born <= today && ageOn(born, today) < 18
}
