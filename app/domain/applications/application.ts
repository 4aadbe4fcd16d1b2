export const applicationStates = [
	'received',
	'ready',
	'granted',
	'granted-with-limits',
	'refused',
	'withdrawn',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export const checkKinds = [
	'identity',
	'prisoner-consent',
	'police-check',
	'guardian-consent',
	'conflict-check',
] as const
export type CheckKind = (typeof checkKinds)[number]

export const checkOutcomes = ['open', 'clear', 'limits', 'stop'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export interface Check {
	kind: CheckKind
	outcome: CheckOutcome
}

/** Neither decided nor withdrawn. */
export function isUndecided(state: ApplicationState): boolean {
	return state === 'received' || state === 'ready'
}
