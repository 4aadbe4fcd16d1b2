/** Everything that the log tells of a top-up, its refunds and disputes, and of what differed about it. */
export const topUpAuditActions = [
	'top-up.start',
	'top-up.paid',
	'top-up.credit',
	'top-up.abandon',
	'top-up.mismatch',
	'top-up.hold',
	'top-up.release-hold',
	'top-up.view',
	'refund.create',
	'refund.propose',
	'refund.approve',
	'refund.decline',
	'refund.lapse',
	'refund.book',
	'refund.fail',
	'refund.view',
	'dispute.open',
	'dispute.won',
	'dispute.lost',
	'discrepancy.resolve',
] as const
export type TopUpAuditAction = (typeof topUpAuditActions)[number]

export function isTopUpAuditAction(action: string): action is TopUpAuditAction {
	return topUpAuditActions.some((one) => one === action)
}
