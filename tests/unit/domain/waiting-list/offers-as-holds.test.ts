import { expect, it } from 'vitest'
import { type NonAssociated, withOffersAsHolds } from '#app/domain/waiting-list/offers-as-holds.ts'
import { otherBooking, visit } from '../support/builders.ts'

const nobody: NonAssociated = { prisonerIds: [], visitorIds: [] }
const offer = (id: string, prisonerId: string, visitorId: string) =>
	otherBooking({ id, prisonerId, visitorIds: [visitorId], state: 'held' })
const all = [offer('own', 'P1', 'Mother'), offer('same', 'P2', 'Kari'), offer('far', 'P3', 'Ola')]

it('counts what is on offer to the same prisoner, or to someone of the party', () => {
	const { bookings, nonAssociatedBookings } = withOffersAsHolds(visit(), all, nobody)
	expect(bookings.map(({ id }) => id)).toEqual(['own', 'same'])
	expect(nonAssociatedBookings).toEqual([])
})

it('counts what is on offer to those to be kept apart', () => {
	const apart = (ids: Partial<NonAssociated>) =>
		withOffersAsHolds(visit(), all, { ...nobody, ...ids }).nonAssociatedBookings.map(({ id }) => id)
	expect(apart({ prisonerIds: ['P3'] })).toEqual(['far'])
	expect(apart({ visitorIds: ['Ola'] })).toEqual(['far'])
})

it('adds to what was known before', () => {
	const before = visit({ bookings: [otherBooking({ id: 'before' })] })
	expect(withOffersAsHolds(before, all, nobody).bookings.map(({ id }) => id)).toEqual(['before', 'own', 'same'])
})
