import type { Role } from '#app/domain/access/roles.ts'
import { type GateStopCode, gateStops, mayReadCause, mayReadStop } from '#app/domain/bookings/gate-stops.ts'
import { remainingRefusals } from '#app/domain/bookings/remaining-refusals.ts'
import type { RuleInput } from '#app/domain/bookings/rule-input.ts'
import { fullName } from '#app/domain/person-name.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectMaybeStopped } from '#db/queries/bookings/maybe-stopped.ts'
import type { BookedPerson } from '#db/queries/bookings/read.ts'
import type { BookingWithParty } from '#db/queries/bookings/row.ts'
import type { VisitRow } from '#db/queries/bookings/visits.ts'
import { selectOpenCauses } from '#db/queries/reviews/reviews.ts'
import { reevaluate } from '../reviews/reevaluate.server.ts'

/** Why nobody is let in: the people it is about, and until when where that is known. */
export interface GateStop {
	code: GateStopCode
	people: readonly string[]
	until: Date | null
}

/** What stands against letting a visit in, as far as its officer may read it. */
export interface GateView {
	stopped: boolean
	stops: readonly GateStop[]
	/** Why it is under review. */
	causes: readonly ReviewCause[]
	/** There is more that this officer may not read. */
	withheld: boolean
}

export const nothingStops: GateView = { stopped: false, stops: [], causes: [], withheld: false }

/** By booking id: what stands against letting these visits in. Only what may be stopped at all is asked about one by one. */
export async function gateViews(
	tx: DbOrTx,
	rows: readonly VisitRow[],
	parties: ReadonlyMap<string, readonly BookedPerson[]>,
	roles: readonly Role[],
	now: Date,
): Promise<Map<string, GateView>> {
	const confirmed = rows.filter(({ booking }) => booking.state === 'confirmed')
	const maybe = await selectMaybeStopped(
		tx,
		confirmed.map(({ booking }) => booking.id),
		now,
	)
	const reviewed = confirmed.filter(({ openReviews }) => openReviews > 0).map(({ booking }) => booking.id)
	const causes = await selectOpenCauses(tx, reviewed)
	const views = new Map<string, GateView>()
	for (const { booking } of confirmed) {
		const party = parties.get(booking.id) ?? []
		const visitorIds = party.map(({ visitorId }) => visitorId)
		const stops = maybe.has(booking.id) ? await stopsOf(tx, { ...booking, visitorIds }, party, now) : []
		views.set(booking.id, readable(stops, causes.get(booking.id) ?? [], roles))
	}
	return views
}

async function stopsOf(
	tx: DbOrTx,
	booking: BookingWithParty,
	party: readonly BookedPerson[],
	now: Date,
): Promise<GateStop[]> {
	const { ruleInput, policy } = await reevaluate(tx, booking, now)
	return gateStops(remainingRefusals(ruleInput, policy, now)).flatMap(({ code, about }): GateStop[] => {
		const named = party.filter(({ visitorId }) => about.includes(visitorId))
		if (code !== 'visitor-banned') return [{ code, people: named.map(fullName), until: null }]
		return named.map((one) => ({ code, people: [fullName(one)], until: banEnd(ruleInput, one.visitorId) }))
	})
}

function banEnd({ visit, venue }: RuleInput, visitorId: string): Date | null {
	const bans = visit.party.find((one) => one.visitorId === visitorId)?.bans ?? []
	const here = bans.filter(({ facilityId }) => facilityId === null || facilityId === venue.facilityId)
	return here.length === 0 ? null : new Date(Math.max(...here.map(({ end }) => end.getTime())))
}

function readable(stops: readonly GateStop[], causes: readonly ReviewCause[], roles: readonly Role[]): GateView {
	const [toldStops, toldCauses] = [
		stops.filter(({ code }) => mayReadStop(roles, code)),
		causes.filter((cause) => mayReadCause(roles, cause)),
	]
	return {
		stopped: stops.length > 0,
		stops: toldStops,
		causes: toldCauses,
		withheld: toldStops.length < stops.length || toldCauses.length < causes.length,
	}
}
