import fc from 'fast-check'
import { bookingStates, type OtherBooking } from '#app/domain/bookings/booking.ts'
import type { PartyMember, RuleInput, Venue, Visit } from '#app/domain/bookings/rule-input.ts'
import type { Span } from '#app/domain/calendar/span.ts'
import { controls } from '#app/domain/permits/controls.ts'
import {
	channels,
	officialKinds,
	type Permit,
	permitStates,
	relationships,
	tracks,
} from '#app/domain/permits/permit.ts'
import type { Policy } from '#app/domain/policy.ts'
import { custodies, legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { type Refusal, type RefusalCode, refusal, refusalKinds } from '#app/domain/refusals.ts'
import {
	type Ban,
	type CourtRestriction,
	courtRestrictionTypes,
	type ProtectiveOrder,
} from '#app/domain/restrictions/restrictions.ts'
import { roomKinds, stayConsents } from '#app/domain/rooms/room.ts'
import type { Closure } from '#app/domain/timetable/visit-session.ts'
import { oslo, permit, policy, prisoner, roomPlace, sessionPlace } from './builders.ts'

/** Any visit, from a small world in which people, places and times meet often: a few weeks around Christmas 2026. */

const visitorIds = ['Kari', 'Ola', 'Emil', 'Lise', 'Per'] as const
const facilityIds = ['HAL', 'OSL'] as const
const units = ['A', 'B'] as const
const areas = ['HAL-hall', 'R1'] as const

const from = oslo('2026-12-14T00:00').getTime()
const minutes = 21 * 24 * 60

export const instant: fc.Arbitrary<Date> = fc
	.integer({ min: 0, max: minutes / 30 })
	.map((half) => new Date(from + half * 1_800_000))

export const anySpan: fc.Arbitrary<Span> = fc
	.tuple(instant, fc.integer({ min: 1, max: 96 }))
	.map(([start, halves]) => ({ start, end: new Date(start.getTime() + halves * 1_800_000) }))

const date = fc.integer({ min: 14, max: 31 }).map((day) => `2026-12-${day}`)
const born = fc.constantFrom('1980-01-01', '2008-12-20', '2010-12-24', '2011-12-28', '2018-05-05')
const anyControls = fc.subarray([...controls], { maxLength: 2 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 })

export const anyPermit: fc.Arbitrary<Permit> = fc
	.record({
		state: fc.oneof({ weight: 4, arbitrary: fc.constant('active' as const) }, fc.constantFrom(...permitStates)),
		controls: anyControls,
		channels: fc.subarray([...channels], { minLength: 1 }),
		relationship: fc.constantFrom(...relationships),
		track: fc.constantFrom(...tracks),
		officialKind: fc.constantFrom(...officialKinds, null),
		validTo: maybe(date),
		recheckDue: maybe(date),
		guardianConsent: fc.boolean(),
	})
	.map((changes) => permit(changes))

export const anyBan: fc.Arbitrary<Ban> = fc
	.tuple(anySpan, fc.constantFrom(...facilityIds, null))
	.map(([span, facilityId]) => ({ id: 'ban', visitorId: 'any', facilityId, ...span }))

export const anyOrder: fc.Arbitrary<ProtectiveOrder> = fc
	.tuple(anySpan, fc.boolean(), fc.boolean())
	.map(([{ start, end }, isOpen, clockStopped]) => ({
		...{ id: 'order', visitorId: 'any', start, end: isOpen ? null : end, clockStopped },
	}))

export const anyCourtRestriction: fc.Arbitrary<CourtRestriction> = fc
	.tuple(anySpan, fc.constantFrom(...courtRestrictionTypes), fc.subarray([...visitorIds]), fc.boolean())
	.map(([span, type, except, coversOfficial]) => ({ id: 'restriction', type, except, coversOfficial, ...span }))

export const anyClosure: fc.Arbitrary<Closure> = fc.record({
	id: fc.constant('closure'),
	first: maybe(date),
	last: maybe(date),
	unit: maybe(fc.constantFrom(...units)),
	roomId: maybe(fc.constant('R1')),
	sessionId: maybe(fc.constantFrom('S1', 'S2')),
})

export const anyBooking: fc.Arbitrary<OtherBooking> = fc
	.record({
		span: anySpan,
		id: fc.uuid(),
		facilityId: fc.constantFrom(...facilityIds),
		prisonerId: fc.constantFrom('P1', 'P2'),
		visitorIds: fc.subarray([...visitorIds], { minLength: 1 }),
		track: fc.constantFrom(...tracks),
		state: fc.constantFrom(...bookingStates),
		holdUntil: instant,
		roomId: maybe(fc.constant('R1')),
		area: fc.constantFrom(...areas),
		setting: maybe(fc.constantFrom('hall' as const, 'video' as const)),
		ownChildrenBorn: fc.subarray(['2016-03-01', '2008-11-26']),
		movesId: fc.constant(null),
	})
	.map(({ span, holdUntil, ...rest }) => ({ ...rest, ...span, holdUntil: rest.state === 'held' ? holdUntil : null }))

const anyMember: fc.Arbitrary<PartyMember> = fc.record({
	visitorId: fc.constantFrom(...visitorIds),
	born,
	guardianIds: fc.subarray(['Kari', 'Ola']),
	permit: fc.oneof({ weight: 4, arbitrary: anyPermit }, { weight: 1, arbitrary: fc.constant(null) }),
	bans: fc.array(anyBan, { maxLength: 1 }),
	protectiveOrders: fc.array(anyOrder, { maxLength: 1 }),
})

/** A party where the same person, if there twice, is the same in all that is known of them. */
const anyParty: fc.Arbitrary<PartyMember[]> = fc.array(anyMember, { minLength: 1, maxLength: 5 }).map((members) => {
	const known = new Map(members.map((member) => [member.visitorId, member]))
	return members.map((member) => known.get(member.visitorId) ?? member)
})

export const anyVisit: fc.Arbitrary<Visit> = fc.record({
	prisoner: fc
		.record({
			unit: fc.constantFrom(...units),
			facilityId: fc.constantFrom('HAL', 'HAL', 'OSL'),
			securityLevel: fc.constantFrom(...securityLevels),
			legalStatus: fc.constantFrom(...legalStatuses),
			custody: fc.constantFrom('in', 'in', ...custodies),
		})
		.map((changes) => prisoner(changes)),
	courtRestrictions: fc.array(anyCourtRestriction, { maxLength: 1 }),
	party: anyParty,
	booker: fc.constantFrom(
		{ kind: 'officer' as const },
		{ kind: 'visitor' as const, visitorId: 'Kari', born: '1980-01-01' },
		{ kind: 'visitor' as const, visitorId: 'Emil', born: '2010-12-24' },
	),
	askFor: anyControls,
	consents: fc.subarray([...stayConsents]),
	bookings: fc.array(anyBooking, { maxLength: 4 }),
	nonAssociatedBookings: fc.array(anyBooking, { maxLength: 1 }),
	nonAssociatedInParty: fc.constantFrom([], [], [['Kari', 'Ola'] as const]),
})

const audience = {
	units: maybe(fc.subarray([...units])),
	securityLevels: maybe(fc.subarray([...securityLevels])),
	legalStatuses: maybe(fc.subarray([...legalStatuses])),
}

const anySessionPlace: fc.Arbitrary<Venue> = fc
	.record({
		...audience,
		start: instant,
		provides: anyControls,
		groups: fc.integer({ min: 0, max: 3 }),
		people: maybe(fc.integer({ min: 1, max: 8 })),
		track: fc.constantFrom(...tracks),
		setting: fc.constantFrom('hall' as const, 'video' as const),
		taken: fc.record({ groups: fc.integer({ min: 0, max: 3 }), people: fc.integer({ min: 0, max: 6 }) }),
	})
	.map((changes) => sessionPlace({ ...changes, end: new Date(changes.start.getTime() + 3_600_000) }))

const anyRoomPlace: fc.Arbitrary<Venue> = fc
	.record({
		...audience,
		kind: fc.constantFrom(...roomKinds),
		people: fc.integer({ min: 1, max: 6 }),
		provides: anyControls,
		opens: fc.constantFrom('00:00', '09:00'),
		closes: fc.constantFrom('20:00', '24:00'),
		needsConsents: fc.subarray([...stayConsents]),
		reservations: fc.array(anySpan, { maxLength: 2 }),
		range: anySpan,
	})
	.map(({ range, ...changes }) => roomPlace(changes, range))

export const anyRuleInput: fc.Arbitrary<RuleInput> = fc
	.record({
		visit: anyVisit,
		venue: fc.oneof(anySessionPlace, anyRoomPlace),
		closures: fc.array(anyClosure, { maxLength: 1 }),
		holdRanOut: fc.boolean(),
	})
	.map(({ closures, venue, ...rest }) => ({ ...rest, venue: { ...venue, closures } }))

export const anyPolicy: fc.Arbitrary<Policy> = fc
	.record({
		visitsPerWeek: fc.integer({ min: 0, max: 3 }),
		extraChildVisits: fc.integer({ min: 0, max: 1 }),
		videoPerWeek: fc.integer({ min: 0, max: 2 }),
		hoursPerMonth: maybe(fc.integer({ min: 1, max: 20 })),
		adultsPerVisit: fc.integer({ min: 1, max: 3 }),
		peoplePerVisit: fc.integer({ min: 1, max: 6 }),
		closedDays: fc.subarray(['12-24', 'public-holidays', 'new-years-eve', '2026-12-20']),
		maxDaysAhead: fc.integer({ min: 0, max: 21 }),
		restDaysBetweenStays: fc.integer({ min: 0, max: 10 }),
	})
	.map((changes) => policy(changes))

const refusalCodes: RefusalCode[] = []
for (const code in refusalKinds) if (isCode(code)) refusalCodes.push(code)

function isCode(code: string): code is RefusalCode {
	return Object.hasOwn(refusalKinds, code)
}

export const anyCode = fc.constantFrom(...refusalCodes)

export const anyRefusal: fc.Arbitrary<Refusal> = fc
	.tuple(anyCode, fc.subarray([...visitorIds], { minLength: 1 }))
	.map(([code, about]) => refusal(code, refusalKinds[code].about === 'member' ? about : []))

export const anyRefusals = fc.uniqueArray(anyRefusal, { selector: ({ code }) => code, maxLength: 8 })
