import { arrival } from '#app/domain/bookings/arrival.ts'
import { availableToVisitor, type VisitorAction } from '#app/domain/bookings/available-actions.ts'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { mustShowId } from '#app/domain/identity/must-show-id.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import { fullName } from '#app/domain/person-name.ts'
import type { StayConsent } from '#app/domain/rooms/room.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { type BookedPerson, selectPartiesOf } from '#db/queries/bookings/read.ts'
import { selectPendingMove } from '#db/queries/bookings/requests.ts'
import {
	selectComingVisits,
	selectPastVisits,
	selectPermitted,
	selectVisit,
	type VisitRow,
} from '#db/queries/bookings/visits.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { findBooking } from './find.server.ts'

/** A visitor's visits: what lies ahead, the next first, and what is over or called off, the latest first. */
export async function myVisits(ctx: Ctx): Promise<{ coming: FamilyVisit[]; past: FamilyVisit[] }> {
	const { visitorId } = requireVisitor(ctx)
	const coming = await selectComingVisits(ctx.db, visitorId, ctx.now)
	const past = await selectPastVisits(ctx.db, visitorId, ctx.now)
	const parties = await selectPartiesOf(
		ctx.db,
		[...coming, ...past].map((row) => row.booking.id),
	)
	const shown = (row: VisitRow) => familyVisit(row, parties.get(row.booking.id) ?? [])
	return { coming: coming.map(shown), past: past.map(shown) }
}

/** A visit as its family reads it; nothing of the other families, and no more of the prisoner than they know. */
export interface FamilyVisit {
	ref: string
	facilityId: string
	code: string
	state: BookingState
	/** What the prison wrote, when it declined or called it off. */
	reason: string | null
	cancelledBy: VisitRow['booking']['cancelledBy']
	underReview: boolean
	holdUntil: Date | null
	version: number
	person: string
	start: Date
	end: Date
	setting: Setting | null
	room: string | null
	provides: Control[]
	party: string[]
	facility: VisitRow['facility']
}

export function familyVisit({ booking, ...row }: VisitRow, party: readonly BookedPerson[]): FamilyVisit {
	const { ref, code, state, cancelledBy, holdUntil, version, startsAt, endsAt, setting } = booking
	return {
		...{ ref, code, state, cancelledBy, holdUntil, version, setting },
		facilityId: booking.facilityId,
		reason: state === 'declined' || cancelledBy === 'prison' ? booking.reason : null,
		underReview: row.openReviews > 0,
		person: fullName(row.prisoner),
		start: startsAt,
		end: endsAt,
		room: row.room?.name ?? null,
		provides: row.session?.provides ?? row.room?.provides ?? [],
		party: party.map((one) => fullName(one)),
		facility: row.facility,
	}
}

/** Another visit that a page leads on to. */
export interface LinkedVisit {
	ref: string
	start: Date
}

export interface VisitDetails {
	visit: FamilyVisit
	bookingId: string
	prisonerId: string
	partyIds: string[]
	askFor: Control[]
	/** The reservation of a room; null where the visit is in a session. */
	stay: { roomId: string; roomRef: string; consents: StayConsent[] } | null
	/** Everyone who comes, and whether they must show at the gate who they are. */
	people: { name: string; givenName: string; showsId: boolean }[]
	arrival: ReturnType<typeof arrival>
	/** What the visitor may do with it now. */
	actions: VisitorAction[]
	cancelCutoffHours: number
	/** The visit that it was to move and that stands, and the request that waits to move it. */
	moves: LinkedVisit | null
	pendingMove: LinkedVisit | null
	/** An officer answers before the visit is sure. */
	asksFirst: boolean
}

/** One visit of the visitor's, with what they may do. @throws ServiceError `not-found` */
export async function visitDetails(ctx: Ctx, ref: string): Promise<VisitDetails> {
	requireVisitor(ctx)
	const { booking, party, acts } = await findBooking(ctx.db, ctx, { ref }, 'see-bookings')
	const visit = await selectVisit(ctx.db, booking.id)
	if (!visit) throw new ServiceError('not-found', 'There is no such booking')
	const policy = await policyInForce(ctx.db, booking.facilityId, ctx.now)
	const pending = booking.state === 'confirmed' ? await selectPendingMove(ctx.db, booking.id) : null
	const facts = {
		start: booking.startsAt,
		end: booking.endsAt,
		state: booking.state,
		holdUntil: booking.holdUntil,
		openReviews: visit.openReviews,
	}
	const day = localDate(booking.startsAt)
	return {
		visit: familyVisit(visit, party),
		bookingId: booking.id,
		prisonerId: booking.prisonerId,
		partyIds: booking.visitorIds,
		askFor: booking.askFor,
		stay: visit.room && { roomId: visit.room.id, roomRef: visit.room.ref, consents: booking.consents },
		people: party.map((one) => ({
			name: fullName(one),
			givenName: one.givenName,
			showsId: mustShowId(one, day, policy),
		})),
		arrival: arrival(booking.startsAt, policy),
		actions: availableToVisitor(facts, acts, policy, ctx.now),
		cancelCutoffHours: policy.cancelCutoffHours,
		moves: standingVisit(visit),
		pendingMove: pending && { ref: pending.ref, start: pending.startsAt },
		asksFirst: (visit.session?.approval ?? policy.approval) === 'request',
	}
}

function standingVisit({ moves }: VisitRow): LinkedVisit | null {
	return moves?.state === 'confirmed' ? { ref: moves.ref, start: moves.start } : null
}

/** The answers that led to a hold, so that going back loses nothing: whom to visit, and who comes along. */
export async function holdAnswers(ctx: Ctx, details: VisitDetails): Promise<{ for: string; with: string }> {
	const permitted = await selectPermitted(ctx.db, details.prisonerId, details.partyIds)
	return { for: permitted[0]?.permit.ref ?? '', with: permitted.map((one) => one.visitor.ref).join(',') }
}
