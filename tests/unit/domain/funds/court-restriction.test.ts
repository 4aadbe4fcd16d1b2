import { describe, expect, it } from 'vitest'
import { courtRestriction } from '#app/domain/funds/court-restriction.ts'
import type { CourtRestriction } from '#app/domain/restrictions/restrictions.ts'
import { now, oslo, permit, policy, span } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

describe('court-restriction', () => {
	const order = (changes: Partial<CourtRestriction> = {}): CourtRestriction => ({
		id: 'order',
		type: 'phone-ban',
		except: [],
		coversOfficial: false,
		...span('2026-11-01T00:00', '2026-12-01T00:00'),
		...changes,
	})
	const stands = (one: CourtRestriction, payer: Parameters<typeof input>[0] = {}, at = now) =>
		courtRestriction(input({ courtRestrictions: [one], ...payer }), policy(), at)

	it('stands for a phone ban in force, and for no other order', () => {
		expect(stands(order())).toBe(true)
		for (const type of ['visit-ban', 'police-control', 'letter-ban', 'isolation'] as const)
			expect(stands(order({ type }))).toBe(false)
		expect(stands(order(), {}, oslo('2026-12-01T00:00'))).toBe(false)
	})
	it('is silent for a payer whom the court has excepted', () => {
		expect(stands(order({ except: ['Kari'] }))).toBe(false)
		expect(stands(order({ except: ['Ola'] }))).toBe(true)
	})
	it('touches an official payer only where it says so', () => {
		const counsel = { payer: { permit: permit({ track: 'official', officialKind: 'lawyer' }) } }
		expect(stands(order(), counsel)).toBe(false)
		expect(stands(order({ coversOfficial: true }), counsel)).toBe(true)
	})
})
