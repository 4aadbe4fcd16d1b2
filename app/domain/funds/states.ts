/** Where a credit to the phone system stands. */
export type CreditState = 'due' | 'accepted' | 'refused' | 'withdrawn'

/** Where the payer's bank stands with a dispute. */
export type DisputeState = 'open' | 'won' | 'lost'

/** How word of a payment came: by Stripe's own message, or found when the books were compared. */
export type EventSource = 'webhook' | 'reconciliation'

/** How a discrepancy ended: the books followed, or somebody found out why. */
export type DiscrepancyResolution = 'repaired' | 'explained'
