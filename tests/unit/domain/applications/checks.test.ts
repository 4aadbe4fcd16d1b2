import { describe, expect, it } from 'vitest'
import { checkKinds } from '#app/domain/applications/application.ts'
import {
	type Applicant,
	applicationStateFrom,
	checksToReopen,
	missingChecks,
	recheckDueDate,
	requiredChecks,
} from '#app/domain/applications/checks.ts'
import type { OfficialKind } from '#app/domain/permits/permit.ts'
import { policy } from '../support/builders.ts'

const applicant = (changes: Partial<Applicant> = {}): Applicant => ({
	born: '1988-04-02',
	birthDateSource: 'national-number',
	birthDateComparison: 'matches',
	otherBirthDate: null,
	today: '2026-11-23',
	track: 'family',
	officialKind: null,
	securityLevel: null,
	policy: policy(),
	...changes,
})
const official = (officialKind: OfficialKind) => applicant({ track: 'official', officialKind })

describe('requiredChecks', () => {
	it("asks for all but a guardian's consent of an adult of the family", () => {
		expect(requiredChecks(applicant())).toEqual(['identity', 'prisoner-consent', 'police-check', 'conflict-check'])
	})
	it('asks for a police check from the age of fifteen', () => {
		expect(requiredChecks(applicant({ born: '2011-11-23' }))).toEqual([...checkKinds])
		expect(requiredChecks(applicant({ born: '2011-11-24' }))).toEqual([
			'identity',
			'prisoner-consent',
			'guardian-consent',
			'conflict-check',
		])
		expect(requiredChecks(applicant({ born: '2009-11-23', policy: policy({ policeCheckFromAge: 18 }) }))).not.toContain(
			'police-check',
		)
	})
	it.each([
		['typed', 'not-compared'],
		['typed', 'differs'],
		['issuer', 'differs'],
		['officer', 'differs'],
	] as const)('asks for a police check whatever the age where the birth date is %s and %s', (source, comparison) => {
		const child = { born: '2014-01-01', birthDateSource: source, birthDateComparison: comparison }
		expect(requiredChecks(applicant(child))).toContain('police-check')
	})
	it.each([
		['guardian', 'not-compared'],
		['officer', 'not-compared'],
		['typed', 'matches'],
		['issuer', 'matches'],
	] as const)('goes by the age where the birth date is %s and %s', (source, comparison) => {
		const child = { born: '2014-01-01', birthDateSource: source, birthDateComparison: comparison }
		expect(requiredChecks(applicant(child))).not.toContain('police-check')
	})
	it("asks for a guardian's consent where either date is a child's", () => {
		const differs = { birthDateSource: 'typed', birthDateComparison: 'differs' } as const
		const typedOlder = { ...differs, born: '1988-04-02', otherBirthDate: '2012-05-01' }
		const typedYounger = { ...differs, born: '2012-05-01', otherBirthDate: '1988-04-02' }
		for (const dates of [typedOlder, typedYounger])
			expect(requiredChecks(applicant(dates))).toEqual(expect.arrayContaining(['police-check', 'guardian-consent']))
	})
	it("asks for a guardian's consent until the eighteenth birthday", () => {
		expect(requiredChecks(applicant({ born: '2008-11-24' }))).toContain('guardian-consent')
		expect(requiredChecks(applicant({ born: '2008-11-23' }))).not.toContain('guardian-consent')
	})
	it.each(['defence-counsel', 'consul', 'public-authority'] as const)(
		'asks only for identity and conflict of a %s',
		(kind) => {
			expect(requiredChecks(official(kind))).toEqual(['identity', 'conflict-check'])
		},
	)
	it.each(['lawyer', 'supervisory-council', 'ombudsman'] as const)(
		"asks for a police check of a %s, and no prisoner's consent",
		(kind) => {
			expect(requiredChecks(official(kind))).toEqual(['identity', 'police-check', 'conflict-check'])
		},
	)
	it('exempts nobody on the family track, whatever they are by profession', () => {
		expect(requiredChecks(applicant({ officialKind: 'consul' }))).toContain('police-check')
	})
})

describe('missingChecks', () => {
	it('are the open ones, and the application is ready when there is none', () => {
		const checks = [
			{ kind: 'identity', outcome: 'clear' },
			{ kind: 'police-check', outcome: 'open' },
		] as const
		expect(missingChecks(checks)).toEqual(['police-check'])
		expect(applicationStateFrom(checks)).toBe('received')
		expect(
			applicationStateFrom([
				{ kind: 'identity', outcome: 'stop' },
				{ kind: 'police-check', outcome: 'limits' },
			]),
		).toBe('ready')
	})
})

describe('recheckDueDate', () => {
	const due = (changes: Partial<Parameters<typeof recheckDueDate>[0]>) =>
		recheckDueDate({
			track: 'family',
			officialKind: null,
			securityLevel: 'high',
			policy: policy(),
			from: '2026-11-23',
			...changes,
		})

	it('is six months at the special high level and none elsewhere', () => {
		expect(due({ securityLevel: 'special-high' })).toBe('2027-05-23')
		expect(due({})).toBeNull()
		expect(due({ securityLevel: 'low' })).toBeNull()
	})
	it("is twelve months for professionals, or the level's own term when it is shorter", () => {
		expect(due({ track: 'official', officialKind: 'lawyer' })).toBe('2027-11-23')
		expect(due({ track: 'official', officialKind: 'lawyer', securityLevel: 'special-high' })).toBe('2027-05-23')
	})
	it('is none for who is exempt from the police check', () => {
		expect(due({ track: 'official', officialKind: 'defence-counsel' })).toBeNull()
		expect(due({ track: 'official', officialKind: 'consul', securityLevel: 'special-high' })).toBeNull()
	})
	it('is six months for counsel at the special high level, who is checked there', () => {
		expect(due({ track: 'official', officialKind: 'defence-counsel', securityLevel: 'special-high' })).toBe(
			'2027-05-23',
		)
	})
	it('stays within a shorter month', () => {
		expect(due({ securityLevel: 'special-high', from: '2026-08-31' })).toBe('2027-02-28')
	})
})

describe('at the special high level', () => {
	const at = (officialKind: OfficialKind) =>
		requiredChecks({ ...official(officialKind), securityLevel: 'special-high' })

	it('only a consul needs no police check', () => {
		expect(at('consul')).not.toContain('police-check')
		for (const kind of ['defence-counsel', 'public-authority', 'lawyer'] as const)
			expect(at(kind)).toContain('police-check')
	})
	it('counsel is exempt at the other levels, and before anyone is matched', () => {
		for (const securityLevel of ['high', 'low', 'transitional', null] as const)
			expect(requiredChecks({ ...official('defence-counsel'), securityLevel })).not.toContain('police-check')
	})
})

describe('checksToReopen', () => {
	it('is what was about the prisoner, whoever comes in their place', () => {
		expect(checksToReopen('high', null)).toEqual(['prisoner-consent', 'conflict-check'])
		expect(checksToReopen(null, 'low')).toEqual(['prisoner-consent', 'conflict-check'])
		expect(checksToReopen('special-high', 'special-high')).toEqual(['prisoner-consent', 'conflict-check'])
	})
	it("is the police's answer too where only one of the two is at the special high level", () => {
		expect(checksToReopen('special-high', null)).toContain('police-check')
		expect(checksToReopen(null, 'special-high')).toContain('police-check')
	})
})
