import { describe, expect, it } from 'vitest'
import {
	type BookingState,
	bookingStates,
	bookingSteps,
	isCounted,
	isLive,
	mayBecome,
} from '#app/domain/bookings/booking.ts'
import { now } from '../support/builders.ts'

const later = new Date(now.getTime() + 1)
const inState = (state: BookingState) => ({ state, holdUntil: state === 'held' ? later : null })

describe("a booking's states", () => {
	it('are live in four of them', () => {
		expect(bookingStates.filter((state) => isLive(inState(state), now))).toEqual([
			'held',
			'requested',
			'confirmed',
			'checked-in',
		])
	})
	it('count toward the limits in these', () => {
		const counted = bookingStates.filter((state) => isCounted(inState(state), now))
		expect(counted).toEqual(['held', 'requested', 'confirmed', 'checked-in', 'completed', 'no-show', 'turned-away'])
	})
	it('end a hold at its very moment, even before anyone wrote it down', () => {
		expect(isLive({ state: 'held', holdUntil: now }, now)).toBe(false)
		expect(isCounted({ state: 'held', holdUntil: now }, now)).toBe(false)
		expect(isLive({ state: 'held', holdUntil: null }, now)).toBe(false)
	})
})

describe('mayBecome', () => {
	it('lets an expired hold be confirmed late, and a cancelled booking never come back', () => {
		expect(mayBecome('expired', 'confirmed')).toBe(true)
		expect(mayBecome('expired', 'requested')).toBe(true)
		expect(bookingStates.some((state) => mayBecome('cancelled', state))).toBe(false)
	})
	it('lets nobody check in who was not confirmed', () => {
		expect(bookingStates.filter((state) => mayBecome(state, 'checked-in'))).toEqual(['confirmed'])
	})
	it('leads from held to every state in the end', () => {
		const reached = new Set<BookingState>(['held'])
		for (const state of reached) for (const next of bookingSteps[state]) reached.add(next)
		expect([...reached].sort()).toEqual([...bookingStates].sort())
	})
})
