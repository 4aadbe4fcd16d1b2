// Forvaltningsloven §§ 16, 24 and 25; straffegjennomføringsloven § 31: rule, facts, lesser controls, children, hearing.
import type { LocalDate } from '../calendar/oslo.ts'
import { type Control, withImplied } from '../permits/controls.ts'
import { neverOfficial } from '../permits/needed-controls.ts'
import type { OfficialKind, Track } from '../permits/permit.ts'
import type { Policy } from '../policy.ts'
import { isBanEnd, isSuspensionEnd, mayBeBanned } from './bounds.ts'
import { type HearingState, isHeard } from './hearing.ts'
import { type DecisionKind, needsHearing } from './kinds.ts'
import { isOnlyNationality } from './only-nationality.ts'

/** An order for sorting and asking, not of law: refusal comes after the last. */
export const controlsByWeight: readonly Control[] = ['watched', 'overheard', 'no-touch', 'glass']

/** The text of a decision as an officer writes it. */
export interface DraftText {
	kind: DecisionKind
	controls: readonly Control[]
	rule: string
	facts: string
	/** Why a lesser control is not enough. */
	lesserControls: Readonly<Partial<Record<Control, string>>>
	/** By the child's id: its best interests. */
	children: Readonly<Record<string, string>>
	/** The last day of a ban or of a suspension; null when none is named. */
	until: LocalDate | null
	interim: boolean
}

/** What the draft is held against. */
export interface DraftFacts {
	today: LocalDate
	track: Track
	/** The kinds of all permits that the visitor holds on the official track. */
	officialKinds: readonly (OfficialKind | null)[]
	/** The permit's own controls now. */
	controlsBefore: readonly Control[]
	affectedChildren: readonly string[]
	hearing: HearingState | null
	/** A check speaks against the grant. */
	isAgainstChecks: boolean
	policy: Policy
}

/** A field that is missing, or past a bound: `lesser.<control>` and `child.<id>` name which. */
export type MissingField =
	| 'rule'
	| 'facts'
	| 'facts-nationality'
	| 'controls'
	| 'hearing'
	| 'until'
	| 'defence-counsel'
	| `lesser.${Control}`
	| `child.${string}`

/** The controls to be answered 'why not enough': those not given of less than the heaviest given; all four where none can be. */
export function lesserControlsOf(
	{ kind, controls }: Pick<DraftText, 'kind' | 'controls'>,
	track: Track,
): readonly Control[] {
	const given = withImplied(controls)
	const asked = controlsByWeight.filter((control) => track === 'family' || !neverOfficial.includes(control))
	if (kind === 'refused' || kind === 'banned' || kind === 'suspended' || kind === 'withdrawn') return asked
	if (kind !== 'granted-with-limits' && kind !== 'controls') return []
	const heaviest = Math.max(...given.map((control) => controlsByWeight.indexOf(control)), -1)
	return asked.filter((control) => controlsByWeight.indexOf(control) < heaviest && !given.includes(control))
}

/** Everything that keeps a draft from being put forward. Empty: it is whole. */
export function missingInDraft(draft: DraftText, facts: DraftFacts): MissingField[] {
	const { kind, controls, until } = draft
	const { track, today, policy } = facts
	if (kind === 'granted' && !facts.isAgainstChecks) return []
	const missing: MissingField[] = []
	if (!draft.rule.trim()) missing.push('rule')
	if (!draft.facts.trim()) missing.push('facts')
	else if (kind !== 'granted' && isOnlyNationality(draft.facts)) missing.push('facts-nationality')
	if (kind === 'granted' || kind === 'appeal-dismissed') return missing
	if (kind === 'granted-with-limits' && controls.length === 0) missing.push('controls')
	if (track === 'official' && controls.some((control) => neverOfficial.includes(control))) missing.push('controls')
	for (const control of lesserControlsOf(draft, track))
		if (!draft.lesserControls[control]?.trim()) missing.push(`lesser.${control}`)
	for (const child of facts.affectedChildren) if (!draft.children[child]?.trim()) missing.push(`child.${child}`)
	if (kind === 'banned' && (until === null || !isBanEnd(until, today, policy))) missing.push('until')
	if (kind === 'suspended' && until !== null && !isSuspensionEnd(until, today)) missing.push('until')
	if (kind === 'banned' && !mayBeBanned(facts.officialKinds)) missing.push('defence-counsel')
	const isAskedFirst = needsHearing(kind, { before: facts.controlsBefore, controls }) && !draft.interim
	if (isAskedFirst && !isHeard(facts.hearing)) missing.push('hearing')
	return missing
}
