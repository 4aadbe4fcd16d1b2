import { describe, expect, it } from 'vitest'
import { sessionNotOpen } from '#app/domain/bookings/session-not-open.ts'
import { codeOf, counsel, member, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('session-not-open', () => {
	it('is silent when the session is for all', () => {
		expect(codeOf(sessionNotOpen)).toBeNull()
	})
	it('stands when the session is for another unit', () => {
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ units: ['B'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ units: ['A', 'B'] }) })).toBeNull()
	})
	it('stands when the session is for another security level', () => {
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ securityLevels: ['low'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ securityLevels: ['high'] }) })).toBeNull()
	})
	it('stands when the session is for another legal status', () => {
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ legalStatuses: ['remand'] }) })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { venue: sessionPlace({ legalStatuses: ['sentenced'] }) })).toBeNull()
	})
	it('keeps the two tracks apart, and counts a mixed party as family', () => {
		const official = visit({ party: [counsel('Lise')] })
		const mixed = visit({ party: [counsel('Lise'), member('Kari')] })
		expect(codeOf(sessionNotOpen, { visit: official })).toBe('session-not-open')
		expect(codeOf(sessionNotOpen, { visit: official, venue: sessionPlace({ track: 'official' }) })).toBeNull()
		expect(codeOf(sessionNotOpen, { visit: mixed, venue: sessionPlace({ track: 'official' }) })).toBe(
			'session-not-open',
		)
		expect(codeOf(sessionNotOpen, { visit: mixed })).toBeNull()
	})
	it('says nothing about a room', () => {
		expect(codeOf(sessionNotOpen, { venue: roomPlace({ units: ['B'] }) })).toBeNull()
	})
})
