import { addDays, instantOf } from '#app/domain/calendar/oslo.ts'
import type { Channel } from '#app/domain/permits/permit.ts'
import { nameInList, type PersonName } from '#app/domain/person-name.ts'
import type { CourtRestrictionType } from '#app/domain/restrictions/restrictions.ts'
import type { RestrictionGroundForm, RestrictionPlan } from '#app/forms/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { selectTouched, type TouchedBeside, type TouchedScope } from '#db/queries/restrictions/touched.ts'
import { type PlacedBooking, selectPlacedOf } from '#db/queries/reviews/placed.ts'
import { selectPermitsWith, selectVisitorAt } from '#db/queries/search/records.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { rehearse } from '../rehearse.server.ts'
import type { ReviewsOutcome } from '../reviews/open-reviews.server.ts'
import { transaction } from '../transaction.server.ts'
import { recordCourtRestriction } from './add-court-restriction.server.ts'
import { recordNonAssociation } from './add-non-association.server.ts'
import { recordProtectiveOrder } from './add-protective-order.server.ts'
import type { NamedPerson } from './list-restrictions.server.ts'

/** Whom a restriction is to be about, as far as they have been chosen, by reference. */
type ChosenRefs = Pick<RestrictionPlan, 'kind' | 'prisoner' | 'visitor' | 'other'>

export interface ChosenPeople {
	people: NamedPerson[]
	/** Who has still to be chosen; null when nobody has. */
	missing: 'prisoner' | 'visitor' | 'other' | null
	/** Those whom a permit joins to the one chosen: likely to be meant, or to be excepted. */
	ties: NamedPerson[]
}

/** The people chosen for a restriction, and whom they have to do with. Access is logged. @throws ServiceError `not-allowed`, `not-found` */
export async function peopleOfPlan(ctx: Ctx, { kind, prisoner, visitor, other }: ChosenRefs): Promise<ChosenPeople> {
	const { facilityId } = requireOfficerHere(ctx, 'screen-applications')
	return auditedRead(ctx, async (tx) => {
		const first = prisoner ? await prisonerHere(tx, facilityId, prisoner) : null
		const named = visitor ? await visitorHere(tx, facilityId, visitor) : null
		const second = other ? await (first ? prisonerHere : visitorHere)(tx, facilityId, other) : null
		const chosen = [first, named, second].filter((person) => person !== null)
		await writeAudit(tx, ctx, {
			...{ action: 'restriction.preview', facilityId, subjectKind: 'facility', subjectId: facilityId },
			detail: { persons: chosen.map(({ id }) => id) },
		})
		const permits = first
			? await selectPermitsWith(tx, { prisonerId: first.id })
			: named
				? await selectPermitsWith(tx, { visitorId: named.id, facilityId })
				: []
		const ties: NamedPerson[] = permits.map((tie) =>
			first
				? { kind: 'visitor', ref: tie.visitor.ref, name: nameInList(tie.visitor), number: null }
				: { kind: 'prisoner', ref: tie.prisoner.ref, name: nameInList(tie.prisoner), number: tie.prisoner.number },
		)
		return {
			people: chosen.map(({ id: _, ...person }) => person),
			missing: missingOf(kind, { first: first !== null, named: named !== null, second: second !== null }),
			ties: kind === 'non-association' ? [] : ties,
		}
	})
}

function missingOf(
	kind: ChosenRefs['kind'],
	has: { first: boolean; named: boolean; second: boolean },
): ChosenPeople['missing'] {
	if (kind === 'non-association') return has.first || has.named ? (has.second ? null : 'other') : 'prisoner'
	if (!has.first) return 'prisoner'
	return kind === 'protective-order' && !has.named ? 'visitor' : null
}

type Person = NamedPerson & { id: string }
const personOf = (
	kind: Person['kind'],
	row: PersonName & { id: string; ref: string },
	number: string | null,
): Person => ({
	...{ kind, id: row.id, ref: row.ref, name: nameInList(row), number },
})

async function prisonerHere(tx: DbOrTx, facilityId: string, ref: string): Promise<Person> {
	const found = await selectPrisoner(tx, { ref })
	if (found?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such prisoner here')
	return personOf('prisoner', found, found.number)
}

async function visitorHere(tx: DbOrTx, facilityId: string, ref: string): Promise<Person> {
	const found = await selectVisitorAt(tx, facilityId, ref)
	if (!found) throw new ServiceError('not-found', 'There is no such visitor here')
	return personOf('visitor', found, null)
}

export interface RestrictionPreview extends TouchedBeside {
	/** The visits here that come under review. */
	bookings: PlacedBooking[]
	/** How many do at other prisons. */
	elsewhere: number
}

/**
 * What a restriction will touch, by the code that records it; nothing is written but that somebody looked.
 *
 * @throws ServiceError `not-allowed`, `not-found`, `incomplete` (an end that does not follow the beginning, or in the past)
 */
export async function previewRestriction(ctx: Ctx, plan: RestrictionPlan): Promise<RestrictionPreview> {
	const { facilityId } = requireOfficerHere(ctx, 'screen-applications')
	return rehearse(ctx.db, async (tx) => {
		const scope = await scopeOf(tx, facilityId, plan)
		const { opened } = await recordIn(tx, ctx, plan, { reference: '-' })
		const bookings = await selectPlacedOf(tx, opened)
		const here = bookings.filter((booking) => booking.facilityId === facilityId)
		const beside = scope === null ? { permits: [], entries: 0, topUps: 0 } : await selectTouched(tx, scope)
		return { ...beside, bookings: here, elsewhere: bookings.length - here.length }
	})
}

/** Records it. @throws ServiceError as `previewRestriction`, and `wrong-state` (the form was used for another) */
export async function recordRestriction(
	ctx: Ctx,
	plan: RestrictionPlan,
	ground: RestrictionGroundForm,
): Promise<{ ref: string }> {
	requireOfficerHere(ctx, 'screen-applications')
	return transaction(ctx.db, (tx) => recordIn(tx, ctx, plan, ground))
}

async function recordIn(
	tx: DbOrTx,
	ctx: Ctx,
	plan: RestrictionPlan,
	{ reference, ...said }: RestrictionGroundForm,
): Promise<ReviewsOutcome & { ref: string }> {
	const { facilityId } = requireOfficerHere(ctx, 'screen-applications')
	const first = plan.prisoner ? await prisonerHere(tx, facilityId, plan.prisoner) : null
	const named = plan.visitor ? await visitorHere(tx, facilityId, plan.visitor) : null
	if (plan.kind === 'non-association') {
		const [one, read] = first ? [first, prisonerHere] : [named, visitorHere]
		if (!one) throw new ServiceError('incomplete', 'It takes two persons', ['prisoner'])
		const two = [{ id: one.id }, { id: (await read(tx, facilityId, plan.other ?? '')).id }] as const
		const input = { ...(first ? { prisoners: two } : { visitors: two }), ...said, reference: reference ?? null }
		const { pair, ...outcome } = await recordNonAssociation(tx, ctx, input)
		return { ref: pair.ref, ...outcome }
	}
	if (!first) throw new ServiceError('incomplete', 'It takes a prisoner', ['prisoner'])
	const { from, to } = periodOf(plan)
	if (plan.kind === 'protective-order') {
		if (!named) throw new ServiceError('incomplete', 'It takes a visitor', ['visitor'])
		const { order, ...outcome } = await recordProtectiveOrder(tx, ctx, {
			...{ prisoner: { id: first.id }, visitor: { id: named.id }, from, to, clockStopped: plan.clockStopped === 'yes' },
			...{ ...said, orderReference: reference ?? null },
		})
		return { ref: order.ref, ...outcome }
	}
	if (plan.type === undefined || to === null) throw new ServiceError('incomplete', 'It takes a type and an end', ['to'])
	const except = await Promise.all(plan.except.map(async (ref) => (await visitorHere(tx, facilityId, ref)).id))
	const { order, ...outcome } = await recordCourtRestriction(tx, ctx, {
		...{ prisoner: { id: first.id }, type: plan.type, from, to, except, coversOfficial: plan.coversOfficial === 'yes' },
		...{ ...said, orderReference: reference ?? '' },
	})
	return { ref: order.ref, ...outcome }
}

/** Both days count. */
function periodOf({ from, to }: Pick<RestrictionPlan, 'from' | 'to'>): { from: Date; to: Date | null } {
	if (from === undefined) throw new ServiceError('incomplete', 'It takes a first day', ['from'])
	return { from: instantOf(from, '00:00'), to: to === undefined ? null : instantOf(addDays(to, 1), '00:00') }
}

const barredBy: Readonly<Record<CourtRestrictionType, readonly Channel[]>> = {
	'visit-ban': ['visit'],
	isolation: ['visit'],
	'police-control': ['visit'],
	'phone-ban': ['phone'],
	'letter-ban': [],
}

/** Whose contact it bars; null where it bars none, as a non-association does. */
async function scopeOf(tx: DbOrTx, facilityId: string, plan: RestrictionPlan): Promise<TouchedScope | null> {
	if (plan.kind === 'non-association' || !plan.prisoner) return null
	const prisonerId = (await prisonerHere(tx, facilityId, plan.prisoner)).id
	const { from } = periodOf(plan)
	if (plan.kind === 'protective-order') {
		const visitorId = (await visitorHere(tx, facilityId, plan.visitor ?? '')).id
		return { prisonerId, visitorId, exceptIds: [], channels: ['visit', 'phone'], coversOfficial: true, from }
	}
	const exceptIds = await Promise.all(plan.except.map(async (ref) => (await visitorHere(tx, facilityId, ref)).id))
	const channels = plan.type === undefined ? [] : barredBy[plan.type]
	return { prisonerId, visitorId: null, exceptIds, channels, coversOfficial: plan.coversOfficial === 'yes', from }
}
