import type { OtherBooking } from '../bookings/booking.ts'
import { type PartyMember, type RuleInput, trackOf, type Venue, type Visit } from '../bookings/rule-input.ts'
import type { Permit } from '../permits/permit.ts'
import type { Policy } from '../policy.ts'
import type { Audience } from '../timetable/visit-session.ts'
import type { ReviewCause } from './causes.ts'

/** What the rules are asked in a cause's name. */
export interface IsolatedInput {
	ruleInput: RuleInput
	policy: Policy
	/** The visitor whom alone the cause is about; null when it is about the visit. */
	about: string | null
}

interface Facts {
	ruleInput: RuleInput
	policy: Policy
	pair: readonly string[]
	/** The visit is no longer on the track that it was booked on. */
	trackChanged: boolean
}

/**
 * The visit with no fact of a cause's kind but the cause's own: so two orders, two closures or a transfer and a leave are told
 * apart, each opens a review of its own, and the end of one closes its own and no other. null when the cause has nothing to do
 * with the visit any more.
 */
export function isolateCause(
	{ cause, causeId }: { cause: ReviewCause; causeId: string },
	facts: Facts,
): IsolatedInput | null {
	const { ruleInput, policy, pair } = facts
	const { visit, venue } = ruleInput
	const of = (change: Partial<Visit>): IsolatedInput => ({
		...wholly,
		ruleInput: { ...ruleInput, visit: { ...visit, ...change } },
	})
	const at = (changed: Venue, change: Partial<Visit> = {}): IsolatedInput => ({
		...wholly,
		ruleInput: { ...ruleInput, venue: changed, visit: { ...visit, ...change } },
		policy: { ...policy, closedDays: [] },
	})
	const wholly: IsolatedInput = { ruleInput, policy, about: null }
	const isHere = visit.prisoner.facilityId === venue.facilityId
	switch (cause) {
		case 'prisoner-transferred':
			return of({ prisoner: { ...visit.prisoner, custody: 'in' } })
		case 'custody-out':
			return of({ prisoner: { ...visit.prisoner, facilityId: venue.facilityId } })
		case 'prisoner-released':
		case 'court-restriction-ended':
		case 'session-changed':
			return wholly
		case 'unit-changed': {
			const closures = venue.closures.filter((closure) => closure.unit !== null)
			return isHere ? at({ ...openTo(ruleInput, ['units']), closures }) : null
		}
		case 'security-level-changed':
			if (!isHere) return null
			return at(openTo(ruleInput, ['securityLevels', 'legalStatuses']), {
				...withoutControls(visit),
				courtRestrictions: [],
			})
		case 'court-restriction-added': {
			const courtRestrictions = visit.courtRestrictions.filter((order) => order.id === causeId)
			return { ...of({ ...withoutControls(visit), courtRestrictions }), policy: withoutDefaults(policy) }
		}
		case 'permit-changed':
		case 'recheck-overdue':
			return ofPermit(cause, causeId, facts)
		case 'visitor-banned':
			return of({ party: visit.party.map((one) => ({ ...one, bans: one.bans.filter((ban) => ban.id === causeId) })) })
		case 'protective-order-added': {
			const only = (one: PartyMember) => one.protectiveOrders.filter((order) => order.id === causeId)
			return of({ party: visit.party.map((one) => ({ ...one, protectiveOrders: only(one) })) })
		}
		case 'non-association-added':
			return of({
				nonAssociatedBookings: visit.nonAssociatedBookings.filter((other) => meets(visit, other, pair)),
				nonAssociatedInParty: visit.nonAssociatedInParty.filter((two) => two.every((id) => pair.includes(id))),
			})
		case 'closure-added':
			return at({ ...venue, closures: venue.closures.filter((closure) => closure.id === causeId) })
	}
}

/** The permit as it is, and nothing of the others' controls: what is missing is missing by this one. */
function ofPermit(
	cause: ReviewCause,
	causeId: string,
	{ ruleInput, policy, trackChanged }: Facts,
): IsolatedInput | null {
	const { visit } = ruleInput
	const holder = visit.party.find((one) => one.permit?.id === causeId)
	if (!holder?.permit) return null
	const about = holder.visitorId
	if (trackChanged) return { ruleInput, policy, about }
	const own: Permit = cause === 'recheck-overdue' ? { ...holder.permit, state: 'active', validTo: null } : holder.permit
	const party = withoutControls(visit).party.map((one) => (one.permit?.id === causeId ? { ...one, permit: own } : one))
	const venue = openTo(ruleInput, [])
	return {
		ruleInput: { ...ruleInput, venue, visit: { ...visit, party, courtRestrictions: [] } },
		policy: withoutDefaults(policy),
		about,
	}
}

function withoutControls(visit: Visit): Pick<Visit, 'party'> {
	return { party: visit.party.map((one) => (one.permit ? { ...one, permit: { ...one.permit, controls: [] } } : one)) }
}

function withoutDefaults(policy: Policy): Policy {
	return { ...policy, defaultControls: { 'special-high': [], high: [], low: [], transitional: [] } }
}

/** The place, open to all but for these traits of a prisoner: on the visit's own track, at all hours, without consents. */
function openTo({ venue, visit }: RuleInput, traits: readonly (keyof Audience)[]): Venue {
	const audience = (whole: Audience): Audience => ({
		units: traits.includes('units') ? whole.units : null,
		securityLevels: traits.includes('securityLevels') ? whole.securityLevels : null,
		legalStatuses: traits.includes('legalStatuses') ? whole.legalStatuses : null,
	})
	if (venue.kind === 'session')
		return { ...venue, session: { ...venue.session, ...audience(venue.session), track: trackOf(visit) } }
	const room = { ...venue.room, ...audience(venue.room), opens: '00:00', closes: '24:00', needsConsents: [] }
	return { ...venue, room }
}

/** Whether one of the two comes to this visit and the other to that booking. */
function meets(visit: Visit, other: OtherBooking, pair: readonly string[]): boolean {
	const here = [visit.prisoner.id, ...visit.party.map((one) => one.visitorId)]
	const there = [other.prisonerId, ...other.visitorIds]
	const [one, two] = pair
	if (one === undefined || two === undefined) return false
	return (here.includes(one) && there.includes(two)) || (here.includes(two) && there.includes(one))
}
