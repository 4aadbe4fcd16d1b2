import { describe, expect, it } from 'vitest'
import { tooManyVisitors } from '#app/domain/bookings/too-many-visitors.ts'
import { child, codeOf, member, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('too-many-visitors', () => {
	const six = visit({ party: [member('Kari'), child('C1'), child('C2'), child('C3'), child('C4'), child('C5')] })
	const seven = visit({ party: [...six.party, child('C6')] })

	it('is silent at the limit, and counts the same person once', () => {
		expect(codeOf(tooManyVisitors, { visit: six })).toBeNull()
		expect(codeOf(tooManyVisitors, { visit: visit({ party: [...six.party, member('Kari')] }) })).toBeNull()
	})
	it("stands one over the facility's limit", () => {
		expect(codeOf(tooManyVisitors, { visit: seven })).toBe('too-many-visitors')
		expect(codeOf(tooManyVisitors, { visit: seven }, { peoplePerVisit: 7 })).toBeNull()
	})
	it('stands when the session takes fewer in all', () => {
		expect(codeOf(tooManyVisitors, { visit: six, venue: sessionPlace({ people: 5 }) })).toBe('too-many-visitors')
		expect(codeOf(tooManyVisitors, { visit: six, venue: sessionPlace({ people: 6 }) })).toBeNull()
	})
	it('stands when the room takes fewer', () => {
		expect(codeOf(tooManyVisitors, { visit: six, venue: roomPlace({ people: 5 }) })).toBe('too-many-visitors')
		expect(codeOf(tooManyVisitors, { visit: six, venue: roomPlace({ people: 6 }) })).toBeNull()
	})
})
