import { isSameParty, partyDifference } from '#app/domain/bookings/party-change.ts'
import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type PartyCandidate, selectPartyCandidates } from '#db/queries/bookings/party.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { placeOf } from './booking-request.ts'
import { evaluate } from './evaluate.server.ts'
import {
	eachCodeOnce,
	evaluatePaired,
	partyRequest,
	requireBeforeStart,
	standingAgainst,
} from './evaluate-party.server.ts'
import { type FoundBooking, findBooking } from './find.server.ts'
import { refusedWith } from './outcome.ts'

export interface PartyChoiceOfVisit {
	version: number
	people: { ref: string; name: string; age: number; isMe: boolean; comes: boolean }[]
}

/** Who comes to a visit and who else of the visitor's own may. @throws ServiceError `not-found`, `not-allowed` (not theirs to change) */
export async function partyChoiceOf(ctx: Ctx, ref: string): Promise<PartyChoiceOfVisit> {
	const found = await findToChange(ctx.db, ctx, ref)
	return choiceOf(ctx, found, await candidates(ctx.db, ctx, found))
}

/** The same for an officer: everyone with a permit that holds. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export function partyChoiceForOfficer(ctx: Ctx, ref: string): Promise<PartyChoiceOfVisit> {
	return auditedRead(ctx, async (tx) => {
		const found = await findToChange(tx, ctx, ref)
		const people = await candidates(tx, ctx, found)
		await writeAudit(tx, ctx, {
			action: 'booking.view',
			facilityId: found.booking.facilityId,
			subjectKind: 'booking',
			subjectId: found.booking.id,
			detail: { prisoner: found.booking.prisonerId, visitors: people.map(({ id }) => id) },
		})
		return choiceOf(ctx, found, people)
	})
}

/** The people whom a form names, by id; null where one is neither of the party nor offered. @throws ServiceError `not-found`, `not-allowed` */
export async function chosenParty(ctx: Ctx, ref: string, refs: readonly string[]): Promise<string[] | null> {
	const people = await candidates(ctx.db, ctx, await findToChange(ctx.db, ctx, ref))
	const named = refs.map((of) => people.find((one) => one.ref === of))
	return named.every((one) => one !== undefined) ? [...new Set(named.map(({ id }) => id))] : null
}

export interface PartyCheck {
	version: number
	same: boolean
	party: string[]
	added: string[]
	removed: string[]
	/** What stands against it, as the family reads it; null when nothing does. */
	publicReasons: PublicReasons | null
	/** A request to move the visit changes with it. */
	movesToo: boolean
}

/** What a change of the party would be, before it binds. @throws ServiceError `not-found`, `not-allowed`, `wrong-state` */
export async function checkParty(ctx: Ctx, ref: string, refs: readonly string[]): Promise<PartyCheck> {
	const found = await findToChange(ctx.db, ctx, ref)
	const { booking } = found
	const chosen = (await candidates(ctx.db, ctx, found)).filter((one) => refs.includes(one.ref) || one.comes)
	const partyIds = chosen.filter((one) => refs.includes(one.ref)).map(({ id }) => id)
	const { added, removed } = partyDifference(booking.visitorIds, partyIds)
	const names = (ids: readonly string[]) => chosen.filter(({ id }) => ids.includes(id)).map(fullName)
	const named = { version: booking.version, party: names(partyIds), added: names(added), removed: names(removed) }
	if (partyIds.length === 0 || isSameParty(booking.visitorIds, partyIds))
		return { ...named, same: true, publicReasons: null, movesToo: false }
	const request = partyRequest(ctx, found, partyIds)
	const evaluation = await evaluate(ctx.db, request, placeOf(booking), ctx.now)
	requireBeforeStart(ctx, booking, evaluation)
	const paired = await evaluatePaired(ctx.db, ctx, request, booking)
	const remaining = [{ booking, evaluation }, ...paired].flatMap(
		(one) => standingAgainst(ctx, found.party, one, null).remaining,
	)
	const refused = remaining.length > 0 ? refusedWith(eachCodeOnce(remaining), evaluation.viewer) : null
	return { ...named, same: false, publicReasons: refused?.publicReasons ?? null, movesToo: paired.length > 0 }
}

async function findToChange(db: DbOrTx, ctx: Ctx, ref: string): Promise<FoundBooking> {
	const found = await findBooking(db, ctx, { ref }, 'handle-bookings')
	if (!found.acts) throw new ServiceError('not-allowed', 'Who booked it changes it')
	return found
}

function candidates(db: DbOrTx, { actor }: Ctx, { booking }: FoundBooking): Promise<PartyCandidate[]> {
	const visitorId = actor.kind === 'visitor' ? actor.visitorId : null
	return selectPartyCandidates(db, { bookingId: booking.id, prisonerId: booking.prisonerId, visitorId })
}

function choiceOf({ actor }: Ctx, { booking }: FoundBooking, people: readonly PartyCandidate[]): PartyChoiceOfVisit {
	const day = localDate(booking.startsAt)
	return {
		version: booking.version,
		people: people.map((one) => ({
			ref: one.ref,
			name: fullName(one),
			age: ageOn(one.born, day),
			isMe: actor.kind === 'visitor' && actor.visitorId === one.id,
			comes: one.comes,
		})),
	}
}
