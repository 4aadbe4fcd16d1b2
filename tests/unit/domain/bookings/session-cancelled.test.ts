import { describe, expect, it } from 'vitest'
import { sessionCancelled } from '#app/domain/bookings/session-cancelled.ts'
import { closure, codeOf, roomPlace, sessionPlace } from '../support/builders.ts'

describe('session-cancelled', () => {
	it('is silent without a closure that names a session', () => {
		expect(codeOf(sessionCancelled, { venue: sessionPlace({}, [closure()]) })).toBeNull()
	})
	it('stands when a closure names this session, and not when it names another', () => {
		expect(
			codeOf(sessionCancelled, {
				venue: sessionPlace({}, [closure({ sessionId: 'S2' }), closure({ sessionId: 'S1' })]),
			}),
		).toBe('session-cancelled')
		expect(codeOf(sessionCancelled, { venue: sessionPlace({}, [closure({ sessionId: 'S2' })]) })).toBeNull()
	})
	it('says nothing about a room', () => {
		expect(codeOf(sessionCancelled, { venue: roomPlace({}, undefined, [closure({ sessionId: 'S1' })]) })).toBeNull()
	})
})
