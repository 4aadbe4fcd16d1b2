import { describe, expect, it } from 'vitest'
import { courtRestriction } from '#app/domain/bookings/court-restriction.ts'
import { codeOf, counsel, member, courtRestriction as order, oslo, visit } from '../support/builders.ts'

describe('court-restriction', () => {
	const under = (changes: Parameters<typeof order>[0], party = [member('Kari')]) => ({
		visit: visit({ party, courtRestrictions: [order(changes)] }),
	})

	it('is silent without an order', () => {
		expect(codeOf(courtRestriction)).toBeNull()
	})
	it.each(['visit-ban', 'isolation'] as const)('stands for %s', (type) => {
		expect(codeOf(courtRestriction, under({ type }))).toBe('court-restriction')
	})
	it.each(['police-control', 'phone-ban', 'letter-ban'] as const)('is silent for %s, which bars no visit', (type) => {
		expect(codeOf(courtRestriction, under({ type }))).toBeNull()
	})
	it("asks for the moment of the start: the order's own start counts and its end does not", () => {
		expect(codeOf(courtRestriction, under({ start: oslo('2026-11-26T12:00') }))).toBe('court-restriction')
		expect(codeOf(courtRestriction, under({ start: oslo('2026-11-26T12:01') }))).toBeNull()
		expect(codeOf(courtRestriction, under({ end: oslo('2026-11-26T12:01') }))).toBe('court-restriction')
		expect(codeOf(courtRestriction, under({ end: oslo('2026-11-26T12:00') }))).toBeNull()
	})
	it('is silent when the order excepts everyone in the party, and stands when it excepts some', () => {
		const two = [member('Kari'), member('Ola')]
		expect(codeOf(courtRestriction, under({ except: ['Kari', 'Ola'] }, two))).toBeNull()
		expect(codeOf(courtRestriction, under({ except: ['Kari'] }, two))).toBe('court-restriction')
	})
	it('touches an all-official party only when the order covers official visitors', () => {
		expect(codeOf(courtRestriction, under({}, [counsel('Lise')]))).toBeNull()
		expect(codeOf(courtRestriction, under({ coversOfficial: true }, [counsel('Lise')]))).toBe('court-restriction')
		expect(codeOf(courtRestriction, under({ coversOfficial: true, except: ['Lise'] }, [counsel('Lise')]))).toBeNull()
		expect(codeOf(courtRestriction, under({}, [counsel('Lise'), member('Kari')]))).toBe('court-restriction')
	})
})
