import { describe, expect, it } from 'vitest'
import {
	type DraftFacts,
	type DraftText,
	lesserControlsOf,
	missingInDraft,
} from '#app/domain/decisions/missing-in-draft.ts'
import { defaultPolicy } from '#app/domain/policy.ts'

const facts: DraftFacts = {
	today: '2026-11-23',
	track: 'family',
	officialKinds: [],
	controlsBefore: [],
	affectedChildren: [],
	hearing: 'answered',
	isAgainstChecks: true,
	policy: defaultPolicy,
}
const whole: DraftText = {
	kind: 'refused',
	controls: [],
	rule: 'Straffegjennomføringsloven § 31',
	facts: 'Threats in May.',
	lesserControls: { watched: 'a', overheard: 'b', 'no-touch': 'c', glass: 'd' },
	children: {},
	until: null,
	interim: false,
}

describe('a refusal', () => {
	it('is whole with rule, facts, all four lesser controls and a hearing', () => {
		expect(missingInDraft(whole, facts)).toEqual([])
	})
	it('names each thing that is missing', () => {
		const empty = { ...whole, rule: ' ', facts: '', lesserControls: { watched: ' ' } }
		expect(missingInDraft(empty, { ...facts, hearing: 'open', affectedChildren: ['Liten'] })).toEqual([
			'rule',
			'facts',
			'lesser.watched',
			'lesser.overheard',
			'lesser.no-touch',
			'lesser.glass',
			'child.Liten',
			'hearing',
		])
	})
	it.each(['answered', 'passed', 'omitted'] as const)('may follow a hearing that was %s', (hearing) => {
		expect(missingInDraft(whole, { ...facts, hearing })).toEqual([])
	})
	it.each([null, 'open'] as const)('may not follow a hearing that is %s', (hearing) => {
		expect(missingInDraft(whole, { ...facts, hearing })).toEqual(['hearing'])
	})
	it.each(['The applicant is a foreign national.', 'Utenlandsk statsborger', 'Kun utanlandsk statsborgarskap.'])(
		'has no ground in %j alone',
		(said) => {
			expect(missingInDraft({ ...whole, facts: said }, facts)).toEqual(['facts-nationality'])
		},
	)
	it.each(['A foreign national who made threats.', 'Threats.'])('has one in %j', (said) => {
		expect(missingInDraft({ ...whole, facts: said }, facts)).toEqual([])
	})
	it('asks nobody on the official track why listening is not enough', () => {
		expect(lesserControlsOf(whole, 'official')).toEqual(['watched', 'no-touch', 'glass'])
	})
})

describe('limits', () => {
	it.each([
		[['watched'], []],
		[['overheard'], ['watched']],
		[['no-touch'], ['watched', 'overheard']],
		[['glass'], ['watched', 'overheard']],
		[['glass', 'watched'], ['overheard']],
		[['watched', 'overheard', 'no-touch', 'glass'], []],
		[['language'], []],
	] as const)('%j are asked why %j are not enough', (controls, asked) => {
		for (const kind of ['granted-with-limits', 'controls'] as const)
			expect(lesserControlsOf({ kind, controls }, 'family')).toEqual(asked)
	})
	it('are named, and never ones that no official visit may have', () => {
		const limits = { ...whole, kind: 'granted-with-limits' } as const
		expect(missingInDraft(limits, facts)).toEqual(['controls'])
		const overheard = { ...limits, controls: ['overheard' as const] }
		expect(missingInDraft(overheard, { ...facts, track: 'official' })).toEqual(['controls'])
	})
	it('that only ease what is there are asked of nobody first', () => {
		const eased = { ...whole, kind: 'controls', controls: ['watched'] } as const
		expect(missingInDraft(eased, { ...facts, hearing: null, controlsBefore: ['watched', 'no-touch'] })).toEqual([])
		expect(missingInDraft(eased, { ...facts, hearing: null })).toEqual(['hearing'])
	})
})

describe('other kinds', () => {
	it('a plain grant needs nothing, one over a check needs its reasons', () => {
		const grant: DraftText = { ...whole, kind: 'granted', rule: '', facts: '' }
		expect(missingInDraft(grant, { ...facts, isAgainstChecks: false })).toEqual([])
		expect(missingInDraft(grant, facts)).toEqual(['rule', 'facts'])
	})
	it('a ban has an end within its bound and is never of appointed defence counsel', () => {
		const ban: DraftText = { ...whole, kind: 'banned', until: '2026-12-20' }
		expect(missingInDraft(ban, facts)).toEqual([])
		expect(missingInDraft({ ...ban, until: null }, facts)).toEqual(['until'])
		expect(missingInDraft({ ...ban, until: '2027-05-24' }, facts)).toEqual(['until'])
		expect(missingInDraft(ban, { ...facts, officialKinds: ['lawyer', 'defence-counsel'] })).toEqual(['defence-counsel'])
	})
	it('a suspension has at most a month, and a month where no end is named', () => {
		const pause: DraftText = { ...whole, kind: 'suspended' }
		expect(missingInDraft(pause, facts)).toEqual([])
		expect(missingInDraft({ ...pause, until: '2026-12-24' }, facts)).toEqual(['until'])
	})
	it('an interim measure waits for no hearing', () => {
		const interim: DraftText = { ...whole, kind: 'withdrawn', interim: true }
		expect(missingInDraft(interim, { ...facts, hearing: null })).toEqual([])
	})
})
