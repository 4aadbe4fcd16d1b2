import { expect, it } from 'vitest'
import { offerUntil } from '#app/domain/waiting-list/offer-until.ts'
import { oslo } from '../support/builders.ts'

const now = oslo('2026-11-23T09:00')
const policy = { offerHours: 2, minNoticeHours: 24 }

it('keeps a place for the hours of the policy', () => {
	expect(offerUntil(oslo('2026-11-26T12:00'), policy, now)).toEqual(oslo('2026-11-23T11:00'))
})

it('never keeps it past the start less the notice', () => {
	expect(offerUntil(oslo('2026-11-24T10:00'), policy, now)).toEqual(oslo('2026-11-23T10:00'))
})

it('keeps none for which no time is left', () => {
	expect(offerUntil(oslo('2026-11-24T09:00'), policy, now)).toBeNull()
	expect(offerUntil(oslo('2026-11-26T12:00'), { ...policy, offerHours: 0 }, now)).toBeNull()
})

it.each([
	['2026-11-23T18:59', '2026-11-23T20:59'],
	['2026-11-23T19:00', '2026-11-24T09:00'],
	['2026-11-23T22:30', '2026-11-24T09:00'],
	['2026-11-24T05:59', '2026-11-24T09:00'],
	['2026-11-24T06:00', '2026-11-24T08:00'],
])('lets none run out in the night: made at %s, it is kept until %s', (offeredAt, until) => {
	expect(offerUntil(oslo('2026-11-28T12:00'), policy, oslo(offeredAt))).toEqual(oslo(until))
})

it('keeps it no longer than the notice allows, in the night too', () => {
	expect(offerUntil(oslo('2026-11-25T07:00'), policy, oslo('2026-11-23T20:00'))).toEqual(oslo('2026-11-24T07:00'))
})

it('counts real hours over a clock change', () => {
	const offeredAt = new Date('2026-10-25T07:30:00Z')
	expect(offerUntil(oslo('2026-10-27T12:00'), { ...policy, offerHours: 1 }, offeredAt)).toEqual(
		new Date('2026-10-25T08:30:00Z'),
	)
	const daylong = { ...policy, offerHours: 24 }
	expect(offerUntil(oslo('2026-10-28T12:00'), daylong, oslo('2026-10-24T12:00'))).toEqual(oslo('2026-10-25T11:00'))
})
