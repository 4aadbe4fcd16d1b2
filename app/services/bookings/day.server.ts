import { availableToOfficer, type OfficerAction } from '#app/domain/booking/available-actions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, instantOf, type LocalDate } from '#app/domain/calendar/oslo.ts'
import { type BookedPerson, selectBookedPeople, selectBooking, selectPartiesOf } from '#db/queries/bookings/read.ts'
import { selectVisit, selectVisitsBetween, type VisitRow } from '#db/queries/bookings/visits.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer, type OfficerActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import type { Policy } from '#app/domain/policy.ts'

export interface DayVisit {
	visit: VisitRow
	party: BookedPerson[]
	actions: OfficerAction[]
}

/** Every visit of a day in the officer's facility, in order of time, with who comes. Looking is logged. */
export async function visitsOfDay(ctx: Ctx, day: LocalDate): Promise<DayVisit[]> {
	const officer = signedInOfficer(ctx)
	requireOfficer(ctx, 'see-bookings', officer.facilityId)
	const rows = await selectVisitsBetween(ctx.db, officer.facilityId, instantOf(day, '00:00'), instantOf(addDays(day, 1), '00:00'))
	const parties = await selectPartiesOf(ctx.db, rows.map((row) => row.booking.id))
	await audited(ctx.db, ctx, { action: 'booking.list', subjectKind: 'facility', subjectId: officer.facilityId, detail: { day, shown: rows.length } })
	return rows.map((visit) => ({ visit, party: parties.get(visit.booking.id) ?? [], actions: actionsFor(officer, visit) }))
}

/**
 * The visit of a code or a reference, for the gate and the case page. Looking is logged. null when there is none in the
 * officer's facility.
 */
export async function visitForOfficer(ctx: Ctx, key: { code: string } | { ref: string }): Promise<(DayVisit & { policy: Policy }) | null> {
	const officer = signedInOfficer(ctx)
	requireOfficer(ctx, 'see-bookings', officer.facilityId)
	const booking = await selectBooking(ctx.db, 'code' in key ? { code: normalCode(key.code) } : key)
	if (!booking || booking.facilityId !== officer.facilityId) return null
	const visit = await selectVisit(ctx.db, booking.id)
	if (!visit) return null
	const party = await selectBookedPeople(ctx.db, booking.id)
	const policy = await policyInForce(ctx.db, booking.facilityId, ctx.now)
	await audited(ctx.db, ctx, {
		action: 'booking.view',
		subjectKind: 'booking',
		subjectId: booking.id,
		detail: { prisoner: booking.prisonerId, visitors: booking.visitorIds },
	})
	return { visit, party, policy, actions: actionsFor(officer, visit) }
}

/** A code as it was given: capitals, with the dash in the middle. */
export function normalCode(typed: string): string {
	const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
	return `${plain.slice(0, 4)}-${plain.slice(4)}`
}

function signedInOfficer(ctx: Ctx): OfficerActor {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	return ctx.actor
}

function actionsFor(officer: OfficerActor, { booking, openReviews }: VisitRow): OfficerAction[] {
	const facts = { start: booking.startsAt, end: booking.endsAt, state: booking.state, holdUntil: booking.holdUntil, openReviews }
	return availableToOfficer(facts, rolesIn(officer.grants, booking.facilityId))
}
