/**
 * The unique keys and exclusions that another's commit may make true between what a transaction has read and what it writes:
 * begun anew, its rules see the other's row. What violates any other is a fault in the program.
 */
export const contendedConstraints: ReadonlySet<string> = new Set([
	'booking_idempotency_key_key',
	'booking_prisoner_once_at_a_time',
	'booking_room_once_at_a_time',
	'booking_visitor_once_at_a_time',
	'court_restriction_idempotency_key_key',
	'dispute_stripe_id_key',
	'ledger_once_for_each_cause',
	'non_association_idempotency_key_key',
	'permit_one_per_pair',
	'phone_call_call_id_key',
	'phone_credit_first',
	'protective_order_idempotency_key_key',
	'refund_idempotency_key_key',
	'review_open_once',
	'top_up_idempotency_key_key',
	'visitor_issuer_subject_key',
	'visitor_pid_index_key',
])
