import { rolesIn } from '#app/domain/access/roles.ts'
import { availableToOfficer, type OfficerAction } from '#app/domain/bookings/available-actions.ts'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import { recordedSince } from '#app/domain/bookings/gate-times.ts'
import type { Presence } from '#app/domain/bookings/presence.ts'
import { requestLateFrom } from '#app/domain/bookings/request-times.ts'
import { addDays, ageOn, instantOf, type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import type { Conflict } from '#app/domain/conflict.ts'
import { mustShowId } from '#app/domain/identity/must-show-id.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import { fullName, nameInList } from '#app/domain/person-name.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type BookedPerson, selectBookedPeople, selectBooking, selectPartiesOf } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import {
	selectRequests,
	selectUnrecorded,
	selectVisit,
	selectVisitsBetween,
	type VisitRow,
} from '#db/queries/bookings/visits.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { type OfficerActor, requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { deliveriesAbout, type ShownDelivery } from '../messages/deliveries.server.ts'
import { policyInForce } from '../policy.server.ts'
import { bookingConflict } from './conflict.server.ts'
import { type GateView, gateViews, nothingStops } from './gate-view.server.ts'

/** A visit as officers read it. */
export interface OfficerVisit {
	ref: string
	code: string
	state: BookingState
	version: number
	underReview: boolean
	start: Date
	end: Date
	prisoner: string
	prisonerNumber: string
	unit: string
	setting: Setting | null
	room: string | null
	provides: Control[]
	reason: string | null
	lifted: RefusalCode[]
	/** Consents to a stay with a child that the family says it has: to be seen at the gate. */
	consents: StayConsent[]
	party: OfficerPartyMember[]
	/** What stands against letting it in. */
	gate: GateView
}

export interface OfficerPartyMember {
	ref: string
	name: string
	age: number
	mustShowId: boolean
	/** What the gate recorded, and why somebody was turned away; null while nobody has. */
	presence: Presence | null
	presenceReason: string | null
}

export interface DayVisit {
	visit: OfficerVisit
	actions: OfficerAction[]
}

/** Every visit of a day in the officer's facility, in order of time, with who comes. Access is logged. */
export async function visitsOfDay(ctx: Ctx, day: LocalDate): Promise<DayVisit[]> {
	const officer = requireOfficerHere(ctx, 'see-bookings')
	const [from, to] = [instantOf(day, '00:00'), instantOf(addDays(day, 1), '00:00')]
	return auditedRead(ctx, async (tx) => {
		const rows = await selectVisitsBetween(tx, officer.facilityId, from, to)
		await writeAudit(tx, ctx, {
			action: 'booking.list',
			subjectKind: 'facility',
			subjectId: officer.facilityId,
			detail: { day, shown: rows.length },
		})
		return dayVisits(tx, ctx, officer, rows)
	})
}

/** With who comes, and what the officer may do. */
async function dayVisits(
	tx: DbOrTx,
	ctx: Ctx,
	officer: OfficerActor,
	rows: readonly VisitRow[],
): Promise<(DayVisit & Pick<OpenRequest, 'requestedAt' | 'lapsesAt' | 'isLate' | 'movesFrom'>)[]> {
	const ids = rows.map((row) => row.booking.id)
	const parties = await selectPartiesOf(tx, ids)
	const policy = await policyInForce(tx, officer.facilityId, ctx.now)
	const views = await gateViews(tx, rows, parties, rolesIn(officer.grants, officer.facilityId), ctx.now)
	return rows.map((row) => {
		const gate = views.get(row.booking.id) ?? nothingStops
		return {
			visit: officerVisit(row, parties.get(row.booking.id) ?? [], policy, gate),
			actions: actionsFor(ctx, officer, row, { party: parties.get(row.booking.id) ?? [], gate, policy }),
			...requestClock(row.booking, policy, ctx.now),
			movesFrom: row.moves?.start ?? null,
		}
	})
}

/**
 * Visits in the officer's facility that are over and of which nobody has recorded what became, while they may still be recorded.
 * Access is logged.
 */
export async function unrecordedVisits(ctx: Ctx): Promise<DayVisit[]> {
	const officer = requireOfficerHere(ctx, 'see-bookings')
	const from = recordedSince(ctx.now, await policyInForce(ctx.db, officer.facilityId, ctx.now))
	return auditedRead(ctx, async (tx) => {
		const rows = await selectUnrecorded(tx, officer.facilityId, from, ctx.now)
		if (rows.length === 0) return []
		await writeAudit(tx, ctx, {
			action: 'booking.list',
			subjectKind: 'facility',
			subjectId: officer.facilityId,
			detail: { unrecorded: true, shown: rows.length },
		})
		return dayVisits(tx, ctx, officer, rows)
	})
}

export interface OpenRequest extends DayVisit {
	requestedAt: Date
	/** When it lapses unanswered. */
	lapsesAt: Date
	isLate: boolean
	/** When the visit begins that it is to move; null where it is no move. */
	movesFrom: Date | null
}

/** The requests that wait for an answer in the officer's facility, what lapses first at the top. Access is logged. */
export async function openRequests(ctx: Ctx): Promise<OpenRequest[]> {
	const officer = requireOfficerHere(ctx, 'handle-bookings')
	return auditedRead(ctx, async (tx) => {
		const rows = await selectRequests(tx, officer.facilityId)
		await writeAudit(tx, ctx, {
			action: 'booking.list-requests',
			subjectKind: 'facility',
			subjectId: officer.facilityId,
			detail: { shown: rows.length },
		})
		return dayVisits(tx, ctx, officer, rows)
	})
}

function requestClock({ requestedAt, lapsesAt, createdAt, startsAt }: VisitRow['booking'], policy: Policy, now: Date) {
	const asked = requestedAt ?? createdAt
	return { requestedAt: asked, lapsesAt: lapsesAt ?? startsAt, isLate: requestLateFrom(asked, policy) <= now }
}

export interface FoundVisit extends DayVisit {
	bookingId: string
	policy: Policy
	/** Who recorded what became of it, and when; null while nobody has. */
	recorded: Conflict | null
	/** What became of the newest message to each of the family. */
	deliveries: ShownDelivery[]
}

/**
 * The visit of a code or a reference, for the gate and the case page. Access is logged. null when there is none in the
 * officer's facility.
 */
export async function visitForOfficer(ctx: Ctx, key: { code: string } | { ref: string }): Promise<FoundVisit | null> {
	const officer = requireOfficerHere(ctx, 'see-bookings')
	return auditedRead(ctx, async (tx) => {
		const booking = await selectBooking(tx, 'code' in key ? { code: normalCode(key.code) } : key)
		if (!booking || booking.facilityId !== officer.facilityId) return null
		const visit = await selectVisit(tx, booking.id)
		if (!visit) return null
		const party = await selectBookedPeople(tx, booking.id)
		const policy = await policyInForce(tx, booking.facilityId, ctx.now)
		const parties = new Map([[booking.id, party]])
		const views = await gateViews(tx, [visit], parties, rolesIn(officer.grants, booking.facilityId), ctx.now)
		const gate = views.get(booking.id) ?? nothingStops
		await writeAudit(tx, ctx, {
			action: 'booking.view',
			subjectKind: 'booking',
			subjectId: booking.id,
			detail: { prisoner: booking.prisonerId, visitors: booking.visitorIds },
		})
		return {
			visit: officerVisit(visit, party, policy, gate),
			bookingId: booking.id,
			policy,
			actions: actionsFor(ctx, officer, visit, { party, gate, policy }),
			recorded: await recordedOf(tx, ctx, booking),
			deliveries: await deliveriesAbout(tx, { bookingId: booking.id }),
		}
	})
}

const recordedStates: readonly BookingState[] = ['checked-in', 'completed', 'no-show', 'turned-away', 'cancelled']

async function recordedOf(tx: DbOrTx, ctx: Ctx, booking: BookingWithParty): Promise<Conflict | null> {
	return recordedStates.includes(booking.state) ? (await bookingConflict(tx, ctx, booking)).conflict : null
}

function officerVisit(
	{ booking, prisoner, session, room, openReviews }: VisitRow,
	party: readonly BookedPerson[],
	policy: Policy,
	gate: GateView,
): OfficerVisit {
	const day = localDate(booking.startsAt)
	const { ref, code, state, version, setting, reason, liftedCodes } = booking
	return {
		...{ ref, code, state, version, setting, reason },
		underReview: openReviews > 0,
		gate,
		start: booking.startsAt,
		end: booking.endsAt,
		prisoner: nameInList(prisoner),
		prisonerNumber: prisoner.number,
		unit: prisoner.unit,
		room: room?.name ?? null,
		provides: session?.provides ?? room?.provides ?? [],
		lifted: liftedCodes,
		consents: booking.consents,
		party: party.map((one) => ({
			ref: one.ref,
			name: fullName(one),
			age: ageOn(one.born, day),
			mustShowId: mustShowId(one, day, policy),
			presence: one.presence,
			presenceReason: one.presenceReason,
		})),
	}
}

/** A code as it was given: capitals, with the dash in the middle. */
export function normalCode(typed: string): string {
	const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
	return `${plain.slice(0, 4)}-${plain.slice(4)}`
}

function actionsFor(
	{ now }: Ctx,
	officer: OfficerActor,
	{ booking, openReviews }: VisitRow,
	{ party, gate, policy }: { party: readonly BookedPerson[]; gate: GateView; policy: Policy },
): OfficerAction[] {
	const facts = {
		start: booking.startsAt,
		end: booking.endsAt,
		state: booking.state,
		holdUntil: booking.holdUntil,
		openReviews,
		stopped: gate.stopped,
		// Of a visit that was recorded as a whole, everyone is in.
		someoneIsOut: party.some(({ presence }) => presence !== null && presence !== 'in'),
	}
	return availableToOfficer(facts, rolesIn(officer.grants, booking.facilityId), policy, now)
}
