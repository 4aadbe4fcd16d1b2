import { withImplied } from '#app/domain/permits/controls.ts'
import { neverOfficial } from '#app/domain/permits/needed-controls.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { SessionTerms } from '#app/domain/timetable/template.ts'
import type { Key } from '#db/queries/key.ts'
import { lockSession, moveBookingsToArea, selectSessionRow } from '#db/queries/timetable/visit-sessions.ts'
import { type SessionRow, updateSession } from '#db/queries/timetable/write-sessions.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { openReviews, type ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'

/** What may change of a session; what is left out stays. */
export interface SessionChange extends Partial<SessionTerms> {
	start?: Date
	minutes?: number
}

export interface ChangeSessionInput {
	session: Key
	change: SessionChange
}

/**
 * Changes one dated session. Its bookings keep the time and the setting that the family was told until an officer has ended
 * their reviews; they come under review where those changed, or where the session would not take them any more.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no timetable officer there, or a control that no official visit may have),
 * `wrong-state` (it is over), `incomplete` (with the fields that cannot stand)
 */
export async function changeSession(
	ctx: Ctx,
	{ session: key, change }: ChangeSessionInput,
): Promise<ReviewsOutcome & { session: SessionRow }> {
	return transaction(ctx.db, async (tx) => {
		const found = await selectSessionRow(tx, key)
		if (found) await lockSession(tx, found.id)
		const before = found && (await selectSessionRow(tx, { id: found.id }))
		if (!before) throw new ServiceError('not-found', 'There is no such session')
		requireOfficerOrSystem(ctx, 'manage-timetable', before.facilityId)
		if (before.endsAt <= ctx.now) throw new ServiceError('wrong-state', 'It is over')
		const after = changed(before, change, ctx.now)
		const fields = sessionFields.filter((field) => String(after[field]) !== String(before[field]))
		if (fields.length === 0) return { session: before, opened: [], closed: [] }
		await updateSession(tx, before.id, after)
		if (fields.includes('area')) await moveBookingsToArea(tx, before.id, `${before.facilityId}/${after.area}`)
		await writeAudit(tx, ctx, {
			action: 'session.change',
			facilityId: before.facilityId,
			subjectKind: 'visit-session',
			subjectId: before.id,
			detail: { fields },
		})
		const causes = [
			{ cause: 'session-changed' as const, causeId: before.id, codes: broughtAbout(before, after, fields) },
		]
		return { session: after, ...(await openReviews(tx, ctx, { causes, scope: { sessionId: before.id } })) }
	})
}

const audience = ['units', 'securityLevels', 'legalStatuses', 'track'] as const
const sessionFields = [
	'startsAt',
	'endsAt',
	'setting',
	'area',
	'provides',
	'groups',
	'people',
	'approval',
	...audience,
] as const

/** What this change can have brought about: a session that takes more than before has not become too full by it. */
function broughtAbout(before: SessionRow, after: SessionRow, fields: readonly (keyof SessionRow)[]): RefusalCode[] {
	const hasLess =
		after.groups < before.groups ||
		(after.people !== null && after.people < (before.people ?? Number.POSITIVE_INFINITY))
	const codes: RefusalCode[] = []
	if (hasLess) codes.push('session-full', 'too-many-visitors')
	if (fields.includes('area')) codes.push('non-association')
	if (fields.includes('provides')) codes.push('setting-too-open', 'setting-stricter-than-needed')
	if (audience.some((field) => fields.includes(field))) codes.push('session-not-open')
	return codes
}

function changed(before: SessionRow, change: SessionChange, now: Date): SessionRow {
	const { start = before.startsAt, minutes, units, securityLevels, legalStatuses, ...terms } = change
	const length = minutes === undefined ? before.endsAt.getTime() - before.startsAt.getTime() : minutes * 60_000
	const after: SessionRow = {
		...before,
		...terms,
		startsAt: start,
		endsAt: new Date(start.getTime() + length),
		area: terms.area?.trim() ?? before.area,
		provides: withImplied(terms.provides ?? before.provides),
		units: units === undefined ? before.units : units && [...units],
		securityLevels: securityLevels === undefined ? before.securityLevels : securityLevels && [...securityLevels],
		legalStatuses: legalStatuses === undefined ? before.legalStatuses : legalStatuses && [...legalStatuses],
	}
	const faults = faultyFields(after, change, now)
	if (faults.length > 0) throw new ServiceError('incomplete', 'The session cannot stand like this', faults)
	if (after.track === 'official' && after.provides.some((control) => neverOfficial.includes(control))) {
		throw new ServiceError('not-allowed', 'No official visit is listened to, nor its language chosen', ['provides'])
	}
	// What is taken already may be more than it takes now: the reviews are about that, not the guard.
	return {
		...after,
		liftedGroups: Math.max(0, after.takenGroups - after.groups),
		liftedPeople: after.people === null ? 0 : Math.max(0, after.takenPeople - after.people),
	}
}

function faultyFields(after: SessionRow, { start, minutes }: SessionChange, now: Date): string[] {
	const isCount = (value: number | null) => value === null || (Number.isInteger(value) && value >= 0)
	const checks: readonly [string, boolean][] = [
		['start', start === undefined || start > now],
		['minutes', minutes === undefined || (Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440)],
		['area', after.area !== ''],
		['groups', isCount(after.groups)],
		['people', isCount(after.people)],
	]
	return checks.filter(([, holds]) => !holds).map(([field]) => field)
}
