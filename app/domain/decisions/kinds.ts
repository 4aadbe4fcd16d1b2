// Forvaltningsloven §§ 16, 24 and 25: what goes against a person is heard, reasoned, and can be appealed.
import { type Control, withImplied } from '../permits/controls.ts'

/** What a decision decides. All but `granted` go against somebody. */
export const decisionKinds = [
	'granted',
	'granted-with-limits',
	'refused',
	'controls',
	'suspended',
	'withdrawn',
	'banned',
	'appeal-dismissed',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** What is decided of an application. */
export const applicationOutcomes = ['granted', 'granted-with-limits', 'refused'] as const
/** What is decided of a permit that is there. */
export const permitOutcomes = ['controls', 'suspended', 'withdrawn'] as const

/** Every kind that `fourEyes` can name, with those whose road is still to be built; `granted` may be added. */
export const fourEyesKinds = [
	'refused',
	'granted-with-limits',
	'controls',
	'suspended',
	'withdrawn',
	'banned',
	'appeal-dismissed',
	'access-refused',
	'contact-refused',
	'account-closed',
] as const

/** Whether a second officer approves it before it is sent. A grant over a check that speaks against it always takes one. */
export function needsSecondOfficer(
	kind: DecisionKind,
	{ fourEyes }: { fourEyes: readonly string[] },
	{ isAgainstChecks }: { isAgainstChecks: boolean },
): boolean {
	return fourEyes.includes(kind) || (kind === 'granted' && isAgainstChecks)
}

/** Whether the person is heard before it: not before a grant, and not before controls that only ease what is there. */
export function needsHearing(kind: DecisionKind, { before, controls }: ControlChange): boolean {
	if (kind === 'controls') return withImplied(controls).some((control) => !withImplied(before).includes(control))
	return kind === 'refused' || kind === 'suspended' || kind === 'withdrawn' || kind === 'banned'
}

interface ControlChange {
	/** The permit's own now. */
	before: readonly Control[]
	controls: readonly Control[]
}
