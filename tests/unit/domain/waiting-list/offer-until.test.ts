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

it('counts real hours over a clock change', () => {
	expect(offerUntil(oslo('2026-10-26T12:00'), policy, oslo('2026-10-25T01:00'))?.toISOString()).toBe(
		'2026-10-25T01:00:00.000Z',
	)
})
