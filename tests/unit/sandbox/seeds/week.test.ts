import { describe, expect, it } from 'vitest'
import { somePool } from '#sandbox/seeds/names.ts'
import type { Member } from '#sandbox/seeds/population/families.ts'
import type { SessionSlot } from '#sandbox/seeds/population/slot.ts'
import { fillWeek, type Household, type WeekPlan } from '#sandbox/seeds/population/week.ts'
import { randomFrom } from '#sandbox/seeds/random.ts'

const random = randomFrom(1)

function member(visitorId: string, adult = true): Member {
	return { visitorId, visitorRef: '', permitId: '', permitRef: '', adult, holds: true, subject: null }
}

function household(
	id: string,
	given: Partial<Household> & { unit?: string; level?: 'high' | 'special-high' } = {},
): Household {
	const { unit = 'A', level = 'high', ...rest } = given
	const names = somePool(random)
	const told = { id, ref: id, number: id, familyName: id, facilityId: 'F', custody: 'in' } as const
	return {
		prisoner: { ...told, unit, securityLevel: level, names },
		adults: [member(`${id}-visitor`)],
		children: [],
		nonAssociatedWith: null,
		...rest,
	}
}

function place(date: string, given: Partial<SessionSlot> = {}): SessionSlot {
	const startsAt = new Date(`${date}T12:00:00Z`)
	return {
		row: {
			id: `${date} ${given.kind ?? 'ordinary'}`,
			facilityId: 'F',
			area: 'hall',
			setting: 'hall',
			startsAt,
			endsAt: new Date(startsAt.getTime() + 3_600_000),
			takenGroups: 0,
			takenPeople: 0,
		},
		date,
		kind: 'ordinary',
		units: null,
		groupsLeft: 9,
		peopleLeft: Number.POSITIVE_INFINITY,
		...given,
	}
}

/** Whose visits there are, in order of the alphabet, when everyone would come. */
function fill(ask: Partial<WeekPlan> & Pick<WeekPlan, 'households' | 'places'>): string[] {
	const whole = { counsels: [], stay: null, quota: 100, each: 1, isClosed: () => false, random, ...ask }
	return fillWeek(whole)
		.map(({ prisoner, at }) => `${prisoner.id} ${'place' in at ? at.place.row.id : at.room.name}`)
		.sort()
}

describe('a week', () => {
	it('keeps two apart who must not meet, and lets both come where they do not', () => {
		const two = [household('a', { nonAssociatedWith: 'b' }), household('b', { nonAssociatedWith: 'a' })]
		expect(fill({ households: two, places: [place('2026-11-23')] })).toHaveLength(1)
		expect(fill({ households: two, places: [place('2026-11-23'), place('2026-11-24')] })).toHaveLength(2)
	})

	it('takes no more groups and no more people than there is room for', () => {
		const three = ['a', 'b', 'c'].map((id) => household(id))
		expect(fill({ households: three, places: [place('2026-11-23', { groupsLeft: 2 })] })).toHaveLength(2)
		expect(fill({ households: three, places: [place('2026-11-23', { peopleLeft: 1 })] })).toHaveLength(1)
	})

	it('asks for a session of the right kind and unit, on a day that is open', () => {
		const glass = household('a', { level: 'special-high' })
		const places = [place('2026-11-23'), place('2026-11-24', { kind: 'glass' })]
		expect(fill({ households: [glass], places })).toEqual(['a 2026-11-24 glass'])
		expect(fill({ households: [household('b')], places: [place('2026-11-23', { units: ['B'] })] })).toEqual([])
		const closed = (date: string) => date === '2026-11-23'
		expect(fill({ households: [household('c')], places: [place('2026-11-23')], isClosed: closed })).toEqual([])
	})

	it('has nobody twice on a day, nor more often than each may, nor more than the quota', () => {
		const places = [
			place('2026-11-23'),
			place('2026-11-23', { kind: 'ordinary' }),
			place('2026-11-24'),
			place('2026-11-25'),
		]
		expect(fill({ households: [household('a')], places: places.slice(0, 2), each: 2 })).toHaveLength(1)
		expect(fill({ households: [household('a')], places, each: 2 })).toHaveLength(2)
		expect(fill({ households: ['a', 'b', 'c'].map((id) => household(id)), places, quota: 2 })).toHaveLength(2)
	})

	it('has no visit for who has nobody grown up', () => {
		expect(fill({ households: [household('a', { adults: [] })], places: [place('2026-11-23')] })).toEqual([])
	})
})
