import { describe, expect, it } from 'vitest'
import { sessionCancelled } from '#app/domain/booking/session-cancelled.ts'
import { closure, codeOf, roomPlace, sessionPlace } from '../support/builders.ts'

describe('session-cancelled', () => {
	it('is silent without a closure that names a session', () => {
		expect(codeOf(sessionCancelled, { place: sessionPlace({}, [closure()]) })).toBeNull()
	})
	it('stands when a closure names this session, and not when it names another', () => {
		expect(
			codeOf(sessionCancelled, {
				place: sessionPlace({}, [closure({ sessionId: 'S2' }), closure({ sessionId: 'S1' })]),
			}),
		).toBe('session-cancelled')
		expect(codeOf(sessionCancelled, { place: sessionPlace({}, [closure({ sessionId: 'S2' })]) })).toBeNull()
	})
	it('says nothing about a room', () => {
		expect(codeOf(sessionCancelled, { place: roomPlace({}, undefined, [closure({ sessionId: 'S1' })]) })).toBeNull()
	})
})
