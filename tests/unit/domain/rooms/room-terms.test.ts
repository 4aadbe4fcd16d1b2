import { expect, it } from 'vitest'
import { faultyRoomFields, type RoomTerms } from '#app/domain/rooms/room-terms.ts'

const terms = (changes: Partial<RoomTerms> = {}): RoomTerms => ({
	name: 'House',
	kind: 'visiting-house',
	people: 6,
	provides: [],
	minHours: 1,
	maxHours: 24,
	turnaroundMinutes: 60,
	opens: '00:00',
	closes: '24:00',
	needsConsents: [],
	features: [],
	units: null,
	securityLevels: null,
	legalStatuses: null,
	...changes,
})

it('finds nothing wrong with an ordinary room', () => {
	expect(faultyRoomFields(terms())).toEqual([])
})

const faulty: [Partial<RoomTerms>, string][] = [
	[{ name: '' }, 'name'],
	[{ people: 0 }, 'people'],
	[{ minHours: 0 }, 'minHours'],
	[{ minHours: 5, maxHours: 4 }, 'maxHours'],
	[{ turnaroundMinutes: -1 }, 'turnaroundMinutes'],
	[{ opens: '24:00' }, 'opens'],
	[{ opens: '14:00', closes: '14:00' }, 'closes'],
	[{ units: [] }, 'units'],
]
it.each(faulty)('finds %o at fault in %s', (change, field) => {
	expect(faultyRoomFields(terms(change))).toContain(field)
})
