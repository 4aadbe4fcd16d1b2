export const decisionStates = [
	'drafted',
	'approved',
	'sent',
	'opened',
	'appealed',
	'appealed-late',
	'dismissed',
	'reversed',
	'forwarded',
	'upheld',
	'changed',
	'annulled',
] as const
export type DecisionState = (typeof decisionStates)[number]

/** Every step that a decision may take. What needs no second officer goes from `drafted` to `sent` at once. */
export const decisionSteps: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
	drafted: ['approved', 'sent'],
	approved: ['sent'],
	sent: ['opened', 'appealed', 'appealed-late'],
	opened: ['appealed', 'appealed-late'],
	appealed: ['reversed', 'changed', 'forwarded'],
	'appealed-late': ['appealed', 'dismissed'],
	// The dismissal is a decision with an appeal of its own; reversed, the late appeal is taken up.
	dismissed: ['appealed'],
	reversed: [],
	forwarded: ['upheld', 'changed', 'annulled'],
	upheld: [],
	changed: [],
	annulled: [],
}

export function decisionMayBecome(from: DecisionState, to: DecisionState): boolean {
	return decisionSteps[from].includes(to)
}
