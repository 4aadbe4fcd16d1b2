import { describe, expect, it } from 'vitest'
import { relationships } from '#app/domain/permits/permit.ts'
import { type Listed, listEntries, listIsFull } from '#app/domain/permits/visitor-list.ts'
import { policy } from '../support/builders.ts'

const listed = (visitorId: string, changes: Partial<Listed> = {}): Listed => ({
	visitorId,
	relationship: 'friend',
	track: 'family',
	...changes,
})
const friends = (count: number) => Array.from({ length: count }, (_, index) => listed(`F${index}`))

describe('listEntries', () => {
	it('counts near family together as one', () => {
		const family = relationships.slice(0, 7).map((relationship) => listed(relationship, { relationship }))
		expect(listEntries(family)).toBe(1)
		expect(listEntries([...family, ...friends(2), listed('uncle', { relationship: 'other' })])).toBe(4)
	})
	it('counts a person once, and officials not at all', () => {
		expect(listEntries([listed('Per'), listed('Per')])).toBe(1)
		expect(listEntries([listed('Lise', { track: 'official' })])).toBe(0)
		expect(listEntries([])).toBe(0)
	})
})

describe('listIsFull', () => {
	it('is full for a fifth entry', () => {
		expect(listIsFull(friends(3), listed('Per'), policy())).toBe(false)
		expect(listIsFull(friends(4), listed('Per'), policy())).toBe(true)
		expect(listIsFull(friends(4), listed('Per'), policy({ visitorListMax: 5 }))).toBe(false)
	})
	it('has room for one more of the near family when some are on it already', () => {
		const list = [...friends(3), listed('Kari', { relationship: 'partner' })]
		expect(listIsFull(list, listed('Emil', { relationship: 'child' }), policy())).toBe(false)
		expect(listIsFull(friends(4), listed('Emil', { relationship: 'child' }), policy())).toBe(true)
	})
	it('has room for an official and for who is on it already, even when it was overfull', () => {
		expect(listIsFull(friends(6), listed('Lise', { track: 'official' }), policy())).toBe(false)
		expect(listIsFull(friends(6), listed('F1'), policy())).toBe(false)
	})
})
