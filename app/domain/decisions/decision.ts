export const decisionStates = [
	'drafted',
	'approved',
	'sent',
	'opened',
	'appealed',
	'reversed',
	'forwarded',
	'upheld',
	'changed',
] as const
export type DecisionState = (typeof decisionStates)[number]

/** Every step that a decision may take. A plain grant goes from `drafted` to `sent` at once. */
export const decisionSteps: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
	drafted: ['approved', 'sent'],
	approved: ['sent'],
	sent: ['opened', 'appealed'],
	opened: ['appealed'],
	appealed: ['reversed', 'forwarded'],
	reversed: [],
	forwarded: ['upheld', 'changed'],
	upheld: [],
	changed: [],
}

/** @internal */
export function decisionMayBecome(from: DecisionState, to: DecisionState): boolean {
	return decisionSteps[from].includes(to)
}
