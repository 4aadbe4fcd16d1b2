import { describe, expect, it } from 'vitest'
import { recipientsForBooking } from '#app/services/messages/recipients.ts'

const on = '2026-11-26'
const adult = (visitorId: string) => ({ visitorId, born: '1988-04-02', guardianIds: [] })
const child = (visitorId: string, ...guardianIds: string[]) => ({ visitorId, born: '2019-06-01', guardianIds })

describe('who is told about a booking', () => {
	it('is the booker and each other adult of the party, each once', () => {
		expect(recipientsForBooking({ bookerId: 'kari', party: [adult('kari'), adult('per')], on })).toEqual([
			'kari',
			'per',
		])
	})

	it('is the guardians of a child, also those who stay at home, and never the child', () => {
		const party = [adult('kari'), child('ola', 'kari', 'nils')]
		expect(recipientsForBooking({ bookerId: 'kari', party, on })).toEqual(['kari', 'nils'])
	})

	it('is the booker, although the child goes alone', () => {
		const party = [{ visitorId: 'ida', born: '2009-12-01', guardianIds: ['kari'] }]
		expect(recipientsForBooking({ bookerId: 'kari', party, on })).toEqual(['kari'])
	})

	it('is the visitor who comes of age on the very day, and no guardian any more', () => {
		const party = [{ visitorId: 'ida', born: '2008-11-26', guardianIds: ['kari'] }]
		expect(recipientsForBooking({ bookerId: null, party, on })).toEqual(['ida'])
		expect(recipientsForBooking({ bookerId: null, party, on: '2026-11-25' })).toEqual(['kari'])
	})

	it('is the party alone when an officer booked', () => {
		expect(recipientsForBooking({ bookerId: null, party: [adult('per')], on })).toEqual(['per'])
	})
})
