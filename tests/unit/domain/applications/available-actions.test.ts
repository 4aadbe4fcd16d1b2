import { describe, expect, it } from 'vitest'
import type { Role } from '#app/domain/access/roles.ts'
import {
	type ApplicationFacts,
	availableToApplicant,
	availableToOfficer,
} from '#app/domain/applications/available-actions.ts'
import type { DecisionState } from '#app/domain/decisions/decision.ts'

const facts = (changes: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
	state: 'ready',
	parties: [],
	decision: null,
	obstacle: null,
	linkedByHand: false,
	...changes,
})
const decided = (state: DecisionState, of: ApplicationFacts['state'] = 'refused') =>
	facts({ state: of, decision: { state, draftedBy: 'Moen', approvedBy: null, lastAppealDay: '2026-11-30' } })
const officer = (id: string, role: Role) => ({ id, roles: [role] })
const lund = officer('Lund', 'decision-maker')
const moen = officer('Moen', 'decision-maker')

describe('what an officer may do with an application', () => {
	it('is to set checks until it is decided, and to decide when it is ready', () => {
		expect(availableToOfficer(facts({ state: 'received' }), lund)).toEqual(['set-checks'])
		expect(availableToOfficer(facts(), lund)).toEqual(['set-checks', 'decide'])
		expect(availableToOfficer(facts(), officer('Vik', 'screening-officer'))).toEqual(['set-checks'])
	})
	it('is not to decide for a relative', () => {
		const related = facts({ parties: [{ relatedOfficerIds: ['Lund'] }] })
		expect(availableToOfficer(related, lund)).toEqual(['set-checks'])
		expect(availableToOfficer(related, moen)).toEqual(['set-checks', 'decide'])
	})
	it('is not to grant while a check is open or speaks against it, or where a second officer is asked for', () => {
		for (const obstacle of ['checks-open', 'checks-against', 'second-officer'] as const)
			expect(availableToOfficer(facts({ obstacle }), lund)).toEqual(['set-checks'])
	})
	it('is to take a link by hand back, until it is decided', () => {
		const linked = facts({ linkedByHand: true })
		expect(availableToOfficer(linked, officer('Vik', 'screening-officer'))).toEqual(['set-checks', 'unlink'])
		expect(availableToOfficer({ ...linked, state: 'granted' }, lund)).toEqual([])
		expect(availableToOfficer(linked, officer('Dahl', 'visit-officer'))).toEqual([])
	})
	it('is to approve a draft as the second, not as the first', () => {
		expect(availableToOfficer(decided('drafted', 'ready'), lund)).toEqual(['approve'])
		expect(availableToOfficer(decided('drafted', 'ready'), moen)).toEqual([])
	})
	it('is to answer an appeal, and a forwarded one, unless they decided first', () => {
		expect(availableToOfficer(decided('appealed'), lund)).toEqual(['answer-appeal'])
		expect(availableToOfficer(decided('forwarded'), lund)).toEqual(['answer-appeal'])
		expect(availableToOfficer(decided('appealed'), moen)).toEqual([])
		expect(availableToOfficer(decided('sent'), lund)).toEqual([])
	})
	it('is nothing for other roles, and nothing once it is withdrawn', () => {
		for (const role of ['visit-officer', 'finance', 'admin', 'auditor'] as const) {
			expect(availableToOfficer(facts(), officer('Dahl', role))).toEqual([])
			expect(availableToOfficer(decided('appealed'), officer('Dahl', role))).toEqual([])
		}
		expect(availableToOfficer(facts({ state: 'withdrawn' }), lund)).toEqual([])
	})
})

describe('what an applicant may do', () => {
	it('is to withdraw until it is decided', () => {
		expect(availableToApplicant(facts({ state: 'received' }), '2026-11-24')).toEqual(['withdraw'])
		expect(availableToApplicant(decided('drafted', 'ready'), '2026-11-24')).toEqual(['withdraw'])
		expect(availableToApplicant(decided('approved', 'ready'), '2026-11-24')).toEqual(['withdraw'])
		expect(availableToApplicant(facts({ state: 'withdrawn' }), '2026-11-24')).toEqual([])
	})
	it('is to open the letter, and to appeal until the last day', () => {
		expect(availableToApplicant(decided('sent'), '2026-11-30')).toEqual(['open-letter', 'appeal'])
		expect(availableToApplicant(decided('opened'), '2026-11-30')).toEqual(['open-letter', 'appeal'])
		expect(availableToApplicant(decided('opened'), '2026-12-01')).toEqual(['open-letter'])
	})
	it('is not to appeal twice', () => {
		expect(availableToApplicant(decided('appealed'), '2026-11-24')).toEqual(['open-letter'])
		expect(availableToApplicant(decided('upheld'), '2026-11-24')).toEqual(['open-letter'])
	})
	it('is not to appeal a plain grant', () => {
		const granted = facts({
			state: 'granted',
			decision: { state: 'sent', draftedBy: 'Moen', approvedBy: null, lastAppealDay: null },
		})
		expect(availableToApplicant(granted, '2026-11-24')).toEqual(['open-letter'])
	})
})
