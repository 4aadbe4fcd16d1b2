import { bigint, boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { DiscrepancyKind } from '#app/domain/funds/discrepancies.ts'
import type { LedgerKind } from '#app/domain/funds/ledger.ts'
import type { RefundCause, RefundState } from '#app/domain/funds/refund.ts'
import type { CreditState, DiscrepancyResolution, DisputeState, EventSource } from '#app/domain/funds/states.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import type { Pattern } from '#app/domain/funds/unusual-patterns.ts'
import { instant, oneOf } from './columns.ts'

/** Whole øre. JavaScript counts them exactly to ninety thousand milliards of kroner. */
const ore = (name: string) => bigint(name, { mode: 'number' })

export const topUp = pgTable('top_up', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	idempotencyKey: uuid('idempotency_key'),
	payerId: uuid('payer_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	facilityId: uuid('facility_id').notNull(),
	ore: ore('ore').notNull(),
	state: oneOf<TopUpState>('state').notNull(),
	startedAt: instant('started_at').notNull(),
	checkoutUntil: instant('checkout_until').notNull(),
	checkoutLanguage: oneOf<'nb' | 'en'>('checkout_language').notNull().default('nb'),
	checkoutId: text('checkout_id'),
	checkoutUrl: text('checkout_url'),
	paymentId: text('payment_id'),
	chargeId: text('charge_id'),
	paidAt: instant('paid_at'),
	creditedAt: instant('credited_at'),
	abandonedAt: instant('abandoned_at'),
	refundBy: instant('refund_by'),
	refundedOre: ore('refunded_ore').notNull().default(0),
	disputedOre: ore('disputed_ore').notNull().default(0),
	nextPollAt: instant('next_poll_at'),
	pollCount: integer('polls').notNull().default(0),
	heldBy: uuid('held_by'),
	heldAt: instant('held_at'),
	holdReason: text('hold_reason'),
})

export const refund = pgTable('refund', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	idempotencyKey: uuid('idempotency_key'),
	topUpId: uuid('top_up_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	ore: ore('ore').notNull(),
	cause: oneOf<RefundCause>('cause').notNull(),
	reason: text('reason'),
	state: oneOf<RefundState>('state').notNull(),
	needsSecond: boolean('needs_second').notNull(),
	proposedBy: uuid('proposed_by'),
	proposedAt: instant('proposed_at').notNull(),
	decidedBy: uuid('decided_by'),
	decidedAt: instant('decided_at'),
	stripeId: text('stripe_id'),
	sentAt: instant('sent_at'),
	failedAt: instant('failed_at'),
	tryAt: instant('try_at'),
	tries: integer('tries').notNull().default(0),
	errorHandler: text('last_error'),
})

export const dispute = pgTable('dispute', {
	id: uuid('id').primaryKey(),
	stripeId: text('stripe_id').notNull(),
	topUpId: uuid('top_up_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	ore: ore('ore').notNull(),
	debitedOre: ore('debited_ore').notNull().default(0),
	state: oneOf<DisputeState>('state').notNull(),
	openedAt: instant('opened_at').notNull(),
	endedAt: instant('ended_at'),
	steps: integer('steps').notNull().default(0),
})

export const phoneCredit = pgTable('phone_credit', {
	id: uuid('id').primaryKey(),
	topUpId: uuid('top_up_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	ore: ore('ore').notNull(),
	first: boolean('first').notNull(),
	state: oneOf<CreditState>('state').notNull(),
	createdAt: instant('created_at').notNull(),
	tryAt: instant('try_at').notNull(),
	tries: integer('tries').notNull().default(0),
	recalledOre: ore('recalled_ore').notNull().default(0),
	answeredAt: instant('answered_at'),
})

export const phoneCall = pgTable('phone_call', {
	id: uuid('id').primaryKey(),
	callId: text('call_id').notNull(),
	prisonerId: uuid('prisoner_id').notNull(),
	facilityId: uuid('facility_id').notNull(),
	minutes: integer('minutes').notNull(),
	orePerMinute: integer('ore_per_minute').notNull(),
	ore: ore('ore').notNull(),
	uncoveredOre: ore('uncovered_ore').notNull(),
	endedAt: instant('ended_at').notNull(),
	toldAt: instant('reported_at').notNull(),
})

export const ledgerTransaction = pgTable('ledger_transaction', {
	id: uuid('id').primaryKey(),
	kind: oneOf<LedgerKind>('kind').notNull(),
	causeId: uuid('cause_id').notNull(),
	step: integer('step').notNull().default(0),
	prisonerId: uuid('prisoner_id').notNull(),
	at: instant('at').notNull(),
})

export const ledgerEntry = pgTable(
	'ledger_entry',
	{
		transactionId: uuid('transaction_id').notNull(),
		account: text('account').notNull(),
		ore: ore('ore').notNull(),
	},
	(t) => [primaryKey({ columns: [t.transactionId, t.account] })],
)

export const phoneAccount = pgTable('phone_account', {
	account: text('account').primaryKey(),
	prisonerId: uuid('prisoner_id').notNull(),
	ore: ore('ore').notNull(),
})

export const stripeEvent = pgTable('stripe_event', {
	id: text('id').primaryKey(),
	type: text('type').notNull(),
	objectId: text('object_id'),
	topUpId: uuid('top_up_id'),
	createdAt: instant('created_at').notNull(),
	receivedAt: instant('received_at').notNull(),
	cameBy: oneOf<EventSource>('came_by').notNull(),
})

export const reconciliation = pgTable('reconciliation', {
	id: uuid('id').primaryKey(),
	day: date('day').notNull(),
	fromAt: instant('from_at').notNull(),
	untilAt: instant('until_at').notNull(),
	ranAt: instant('ran_at').notNull(),
	events: integer('events').notNull(),
	movements: integer('movements').notNull(),
	discrepancies: integer('discrepancies').notNull(),
	runBy: uuid('run_by'),
})

export const discrepancy = pgTable('discrepancy', {
	id: uuid('id').primaryKey(),
	ref: text('ref').notNull(),
	kind: oneOf<DiscrepancyKind>('kind').notNull(),
	subject: text('subject').notNull(),
	topUpId: uuid('top_up_id'),
	prisonerId: uuid('prisoner_id'),
	/** Whose it is, where that is not where the prisoner is now. */
	facilityId: uuid('facility_id'),
	stripeOre: ore('stripe_ore'),
	ledgerOre: ore('ledger_ore'),
	foundAt: instant('found_at').notNull(),
	endedAt: instant('ended_at'),
	endedBy: uuid('ended_by'),
	resolution: oneOf<DiscrepancyResolution>('resolution'),
	note: text('note'),
})

export const alertAcknowledgement = pgTable('alert_acknowledgement', {
	id: uuid('id').primaryKey(),
	facilityId: uuid('facility_id').notNull(),
	pattern: oneOf<Pattern>('pattern').notNull(),
	payerId: uuid('payer_id'),
	prisonerId: uuid('prisoner_id'),
	count: integer('count').notNull(),
	acknowledgedBy: uuid('acknowledged_by').notNull(),
	acknowledgedAt: instant('acknowledged_at').notNull(),
	note: text('note').notNull(),
})
