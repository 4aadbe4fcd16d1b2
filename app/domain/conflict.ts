/** What may have been done to a thing before a request about it came. Each has a text in every language, `conflict.<act>`. */
export const conflictActs = [
	'visit-requested',
	'visit-booked',
	'visit-moved',
	'visit-cancelled',
	'visit-called-off',
	'visit-approved',
	'visit-declined',
	'visit-lapsed',
	'visit-kept',
	'visit-let-in',
	'visit-completed',
	'visit-no-show',
	'visit-turned-away',
	'visit-corrected',
	'visit-party-changed',
	'visit-changed',
	'hold-replaced',
	'waiting-list-fulfilled',
	'waiting-list-withdrawn',
	'waiting-list-lapsed',
	'offer-gone',
	'application-withdrawn',
	'application-decided',
	'application-check-set',
	'application-linked',
	'application-unlinked',
	'decision-drafted',
	'decision-sent',
	'decision-ended',
	'appeal-received',
	'appeal-answered',
	'appeal-taken-up',
	'appeal-dismissed',
	'hearing-sent',
	'hearing-answered',
	'hearing-over',
	'permit-active',
	'review-claimed',
	'review-ended',
	'closure-added',
	'closure-lifted',
	'order-lifted',
	'refund-approved',
	'refund-declined',
	'refund-lapsed',
	'payment-ended',
	'payment-held',
	'payment-released',
	'discrepancy-resolved',
	'pattern-acknowledged',
	'reconciliation-run',
	'contact-changed',
	'room-changed',
	'template-changed',
	'policy-changed',
	'import-received',
	'form-used',
] as const
export type ConflictAct = (typeof conflictActs)[number]

/** What a page can lead on to. */
export const conflictSubjects = [
	'visit',
	'application',
	'waiting-list',
	'review',
	'closures',
	'top-up',
	'refund',
	'reconciliation',
	'funds',
	'contact',
	'import',
	'restriction',
] as const
export type ConflictSubject = (typeof conflictSubjects)[number]

/** Who did it, as far as the reader may know: a family never reads an officer's name. */
export type ConflictActor =
	| { kind: 'you' }
	| { kind: 'officer'; name: string }
	| { kind: 'prison' }
	| { kind: 'family' }

/** Why a request did not fit any more: what was done before it, by whom and when, in what its reader may know. */
export interface Conflict {
	what: ConflictAct
	/** null where nobody did it, or nobody knows. */
	by: ConflictActor | null
	at: Date | null
	/** The thing as it is now, to lead on to. */
	subject: { kind: ConflictSubject; ref: string } | null
}
