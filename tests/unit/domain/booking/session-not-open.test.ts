import { describe, expect, it } from 'vitest'
import { sessionNotOpen } from '#app/domain/booking/session-not-open.ts'
import { codeOf, counsel, member, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('session-not-open', () => {
	it('is silent when the session is for all', () => {
		expect(codeOf(sessionNotOpen)).toBeNull()
	})
	it('stands when the session is for another unit', () => {
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ units: ['B'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ units: ['A', 'B'] }) })).toBeNull()
	})
	it('stands when the session is for another security level', () => {
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ securityLevels: ['low'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ securityLevels: ['high'] }) })).toBeNull()
	})
	it('stands when the session is for another legal status', () => {
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ legalStatuses: ['remand'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { place: sessionPlace({ legalStatuses: ['sentenced'] }) })).toBeNull()
	})
	it('keeps the two tracks apart, and counts a mixed party as family', () => {
		const official = visit({ party: [counsel('Lise')] })
		const mixed = visit({ party: [counsel('Lise'), member('Kari')] })
		expect(codeOf(sessionNotOpen, { visit: official })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { visit: official, place: sessionPlace({ track: 'official' }) })).toBeNull()
		expect(codeOf(sessionNotOpen, { visit: mixed, place: sessionPlace({ track: 'official' }) })).toBe(
			'session-not-open',
		)
		expect(codeOf(sessionNotOpen, { visit: mixed })).toBeNull()
	})
	it('says nothing about a room', () => {
		expect(codeOf(sessionNotOpen, { place: roomPlace({ units: ['B'] }) })).toBeNull()
	})
})
