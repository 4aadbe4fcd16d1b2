// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are words of a file, not templates.
const guards = { project: 'integration', file: 'tests/integration/db/guards.test.ts' }
const races = { project: 'faults', file: 'tests/faults/races/bookings.test.ts' }
const events = { project: 'integration', file: 'tests/integration/restrictions/races.test.ts' }
const entries = { project: 'integration', file: 'tests/integration/waiting-list/freed-places.test.ts' }
const timetable = { project: 'integration', file: 'tests/integration/db/timetable-memory.test.ts' }
const locks = 'db/queries/bookings/locks.ts'
const funds = (/** @type {string} */ name) => ({
	project: 'integration',
	file: `tests/integration/funds/${name}.test.ts`,
})
const stripeEvent = 'app/integrations/stripe-event.server.ts'

/** @typedef {{ sql: string } | { file: string, changes: { from: string, to: string }[] }} Mutant */

/**
 * Every guard of a booking, of money and of a remembered timetable, how it is taken away, and the test that must miss it.
 *
 * @type {{ name: string, mutant: Mutant, project: string, file: string, test: string }[]}
 */
export const mutants = [
	{
		name: 'prisoner-once-at-a-time',
		mutant: { sql: 'alter table booking drop constraint booking_prisoner_once_at_a_time' },
		...guards,
		test: 'a prisoner is in one at a time',
	},
	{
		name: 'visitor-once-at-a-time',
		mutant: { sql: 'alter table booking_visitor drop constraint booking_visitor_once_at_a_time' },
		...guards,
		test: 'a visitor is in one at a time',
	},
	{
		name: 'room-once-at-a-time',
		mutant: { sql: 'alter table booking drop constraint booking_room_once_at_a_time' },
		...guards,
		test: 'a room has one stay at a time',
	},
	{
		name: 'groups-within-capacity',
		mutant: { sql: 'alter table visit_session drop constraint visit_session_groups_within_capacity' },
		...guards,
		test: 'a session holds as many',
	},
	{
		name: 'people-within-capacity',
		mutant: { sql: 'alter table visit_session drop constraint visit_session_people_within_capacity' },
		...guards,
		test: 'a session holds as many',
	},
	{
		name: 'bookings-are-counted',
		mutant: { sql: 'drop trigger booking_place on booking' },
		...guards,
		test: 'a session holds as many',
	},
	{
		name: 'offers-are-counted',
		mutant: { sql: 'drop trigger offer_place on waiting_list_offer' },
		...guards,
		test: 'a session holds as many',
	},
	{
		name: 'form-key-unique',
		mutant: { sql: 'alter table booking drop constraint booking_idempotency_key_key' },
		...guards,
		test: 'a form makes one booking',
	},
	{
		name: 'timetable-version-is-compared',
		mutant: replaced(
			'db/queries/timetable/remembered-timetable.ts',
			'known !== undefined && known.version === version',
			'known !== undefined',
		),
		...timetable,
		test: 'changed by another process',
	},
	{
		name: 'undone-timetable-is-not-kept',
		mutant: replaced(
			'db/queries/timetable/remembered-timetable.ts',
			'case when bool_or(transaction = pg_current_xact_id_if_assigned()) then null',
			'case when false then null',
		),
		...timetable,
		test: 'a change that was undone',
	},
	{
		name: 'timetable-changes-are-counted',
		mutant: replaced('db/queries/timetable/remembered-timetable.ts', 'count(*), max(transaction)', 'max(transaction)'),
		...timetable,
		test: 'begun before another and committed after it',
	},
	{
		name: 'one-offer-per-entry',
		mutant: { sql: 'drop index waiting_list_offer_one_open' },
		...guards,
		test: 'a waiting-list entry has one offer',
	},
	{
		name: 'one-review-a-cause',
		mutant: { sql: 'drop index review_open_once' },
		...guards,
		test: 'a waiting-list entry has one offer',
	},
	{
		name: 'steps-of-a-booking',
		mutant: { sql: 'drop trigger booking_step on booking' },
		...guards,
		test: 'a booking takes no step',
	},
	{
		name: 'log-only-grows',
		mutant: { sql: 'grant update, delete on audit to samvaer_app' },
		...guards,
		test: 'the log only grows',
	},
	{
		name: 'prisoner-lock',
		mutant: replaced(
			locks,
			'prisoner_b = any(${prisonerIds})))\n\t\torder by id for no key update',
			'prisoner_b = any(${prisonerIds})))',
		),
		...races,
		test: 'of visits a week',
	},
	{
		name: 'non-association-prisoners-lock',
		mutant: replaced(
			locks,
			'ended_at is null and prisoner_a = any(${prisonerIds})',
			'not true and prisoner_a = any(${prisonerIds})',
			'ended_at is null and prisoner_b = any(${prisonerIds})',
			'not true and prisoner_b = any(${prisonerIds})',
		),
		...races,
		test: 'are not both in an area',
	},
	{
		name: 'non-association-visitors-lock',
		mutant: replaced(
			locks,
			'visitor_b = any(${visitorIds})))\n\t\torder by id for no key update',
			'visitor_b = any(${visitorIds})))',
		),
		...races,
		test: 'are not both in an area',
	},
	{
		name: 'session-lock',
		mutant: replaced(
			locks,
			'union all select ${id} from overdue))\n\t\torder by id for no key update',
			'union all select ${id} from overdue))',
		),
		...races,
		test: 'goes to one of two hundred',
	},
	{
		name: 'overdue-holds-give-way',
		mutant: replaced(
			'app/services/bookings/evaluate.server.ts',
			'if (sessionsOverdue || roomsOverdue)',
			'if (places === null)',
		),
		...races,
		test: 'while it is confirmed',
	},
	{
		name: 'first-failure-is-the-cause',
		mutant: replaced('db/queries/pipeline.ts', '	await Promise.allSettled(statements)\n', ''),
		project: 'unit',
		file: 'tests/unit/db/pipeline.test.ts',
		test: 'the first is the cause',
	},
	{
		name: 'remembered-for-the-same-question',
		mutant: replaced(
			'app/domain/bookings/per-visit.ts',
			'if (last && last.other === other) return',
			'if (last) return',
		),
		project: 'unit',
		file: 'tests/unit/domain/bookings/rules.properties.test.ts',
		test: 'remember of a visit nothing that another place, policy or instant changes',
	},
	{
		name: 'remembered-for-the-same-days',
		mutant: replaced('app/domain/bookings/rules.ts', 'known.first === first && ', ''),
		project: 'unit',
		file: 'tests/unit/domain/bookings/rules.properties.test.ts',
		test: 'remember of a visit nothing that another place, policy or instant changes',
	},
	{
		name: 'only-who-may-come-is-asked-about',
		mutant: replaced('db/queries/bookings/calendar.ts', ' and ${isPermitted(sql`v.id`, sql`p.prisoner_id`)}', ''),
		project: 'integration',
		file: 'tests/integration/bookings/calendar-of-a-permit.test.ts',
		test: 'leaves out whoever may not come',
	},
	{
		name: 'counted-from-the-week-and-month',
		mutant: replaced(
			'app/services/bookings/evaluate.server.ts',
			"instantOf(first, '00:00')",
			"instantOf(day, '00:00')",
		),
		project: 'integration',
		file: 'tests/integration/bookings/what-is-counted.test.ts',
		test: 'the visits of the week, also where it began in another month',
	},
	{
		name: 'form-key-answers-alike',
		mutant: replaced(
			'app/services/bookings/book.server.ts',
			'if (answer.idempotentBookingId) return',
			'if (answer === null) return',
		),
		...races,
		test: 'is booked once by thirty clicks',
	},
	{
		name: 'asked-again-at-confirmation',
		mutant: replaced(
			'app/services/bookings/confirm-hold.server.ts',
			'if (standing.length > 0) return',
			'if (standing === null) return',
		),
		...races,
		test: 'while it is confirmed',
	},
	{
		name: 'one-answer-a-request',
		// Looked at under the lock, and once more by the write itself: either alone is enough.
		mutant: replaced(
			'app/services/bookings/answer-request.server.ts',
			"if (current?.state !== 'requested') throw",
			'if (current === undefined) throw',
			"request.id, ['requested'], change",
			"request.id, ['requested', 'confirmed', 'declined'], change",
		),
		...races,
		test: 'two officers answer one request',
	},
	{
		name: 'answered-where-it-is',
		mutant: replaced(
			'app/services/bookings/answer-request.server.ts',
			'if (current.version !== request.version) throw',
			'if (current.version < request.version) throw',
		),
		...races,
		test: 'that the family moves while an officer answers',
	},
	{
		name: 'cancelled-where-it-is',
		mutant: replaced('db/queries/bookings/lock-sessions-of.ts', 'if (elsewhere.length > 0)', 'if (elsewhere === null)'),
		...entries,
		test: 'though it moves at that very moment',
	},
	{
		name: 'nobody-waits-for-an-entry',
		mutant: replaced(
			'db/queries/waiting-list/write.ts',
			'for no key update skip locked) as w',
			'for no key update) as w',
		),
		...entries,
		test: 'is offered to the next when',
	},
	{
		name: 'check-in-or-cancel',
		mutant: replaced(
			'db/queries/bookings/write.ts',
			".where(and(eq(booking.id, id), sql`${booking.state} = any(${`{${from.join(',')}}`}::text[])`))",
			'.where(and(eq(booking.id, id), sql`${from.length} >= 0`))',
		),
		...races,
		test: 'a cancellation and a check-in',
	},
	{
		name: 'closure-locks-its-sessions',
		mutant: replaced('app/services/timetable/add-closure.server.ts', '		await lockClosedPlaces(tx, closing)\n', ''),
		...events,
		test: 'a closure',
	},
	{
		name: 'ban-locks-the-visitor',
		mutant: replaced('app/services/restrictions/ban-visitor.server.ts', '		await lockVisitors(', '		void ('),
		...events,
		test: 'a ban',
	},
	{
		name: 'phone-signature-age',
		mutant: replaced(
			'app/integrations/phone-system/signature.server.ts',
			' || Math.abs(age) > toleranceSeconds',
			' || Number.isNaN(age)',
		),
		project: 'integration',
		file: 'tests/integration/phone-system/calls.test.ts',
		test: 'a report is believed by its signature alone',
	},
	{
		name: 'phone-call-is-the-same',
		mutant: replaced(
			'app/services/funds/phone-credit/take-calls.server.ts',
			'if (!isSame(booked, call, prisoner.id))',
			"if (booked.callId === '')",
		),
		project: 'integration',
		file: 'tests/integration/phone-system/calls.test.ts',
		test: 'an id that stands for another call',
	},
	{
		name: 'phone-file-never-over-another',
		mutant: replaced(
			'app/integrations/phone-system/folder.server.ts',
			'await link(fresh, file)',
			'await rename(fresh, file)',
		),
		project: 'integration',
		file: 'tests/integration/phone-system/files.test.ts',
		test: 'of several who write one file',
	},
	{
		name: 'event-once',
		mutant: { sql: 'alter table stripe_event drop constraint stripe_event_pkey' },
		...funds('webhooks'),
		test: 'that comes twenty times at once is taken once',
	},
	{
		name: 'webhook-signature',
		mutant: replaced(stripeEvent, 'stripe.webhooks.constructEvent(', 'JSON.parse('),
		...funds('webhooks'),
		test: 'that is signed by another is not believed',
	},
	{
		name: 'webhook-from-the-future',
		mutant: replaced(stripeEvent, 'Math.abs(seconds - signedAt)', '(seconds - signedAt)'),
		...funds('webhooks'),
		test: 'that is from the future is not believed',
	},
	{
		name: 'webhook-too-old',
		// The SDK looks at this side, too: either alone is enough.
		mutant: replaced(
			stripeEvent,
			'Math.abs(seconds - signedAt)',
			'(signedAt - seconds)',
			'toleranceSeconds,\n\t\t\t\tundefined',
			'0,\n\t\t\t\tundefined',
		),
		...funds('webhooks'),
		test: 'that is five minutes old is not believed',
	},
	{
		name: 'paid-as-agreed',
		mutant: replaced(
			'app/services/funds/payments/settle-payment.server.ts',
			'paymentMismatches(told, agreed).length > 0',
			'paymentMismatches(told, agreed).length > 9',
		),
		...funds('webhooks'),
		test: 'is not credited, and an officer is told',
	},
	{
		name: 'mismatch-keeps-its-page',
		mutant: replaced(
			'app/services/funds/payments/settle-payment.server.ts',
			'checkoutId: topUp.checkoutId ?? told.checkoutId',
			'checkoutId: topUp.checkoutId',
		),
		...funds('webhooks'),
		test: 'is known by its name from then on',
	},
	{
		name: 'payment-booked-once',
		mutant: replaced(
			'app/services/funds/payments/settle-payment.server.ts',
			'const paid = topUp.paidAt === null ? await',
			'const paid = told.paid ? await',
		),
		...funds('refunds'),
		test: 'gives back alone up to the limit',
	},
	{
		name: 'cause-booked-once',
		mutant: { sql: 'alter table ledger_transaction drop constraint ledger_once_for_each_cause' },
		...funds('ledger'),
		test: 'is booked once for each cause',
	},
	{
		name: 'refund-within-unspent',
		mutant: replaced(
			'app/services/funds/refunds/request-refund.server.ts',
			'if (ore > most) throw',
			'if (ore < 0) throw',
		),
		...funds('refunds'),
		test: 'never gives back more than is unspent',
	},
	{
		name: 'funds-lock',
		mutant: replaced(
			'db/queries/funds/top-ups.ts',
			'where id = ${prisonerId}::uuid for no key update',
			'where id = ${prisonerId}::uuid',
		),
		...funds('refunds'),
		test: 'never gives back more than is unspent',
	},
	{
		name: 'refund-takes-two',
		mutant: replaced('app/domain/funds/refund.ts', 'return ore > aloneOre(before, policy)', 'return ore < 0'),
		...funds('refunds'),
		test: 'proposes above the limit',
	},
	{
		name: 'refund-takes-two-in-the-database',
		mutant: { sql: 'alter table refund drop constraint refund_takes_a_second' },
		...funds('refunds'),
		test: 'cannot go round the second officer',
	},
	{
		name: 'refund-decided-by-another',
		mutant: { sql: 'alter table refund drop constraint refund_decided_by_another' },
		...funds('refunds'),
		test: 'cannot go round the second officer',
	},
	{
		name: 'refund-as-proposed',
		mutant: { sql: 'drop trigger refund_fixed on refund' },
		...funds('refunds'),
		test: 'cannot go round the second officer',
	},
	{
		name: 'steps-of-a-top-up',
		mutant: { sql: 'drop trigger top_up_step on top_up' },
		...funds('ledger'),
		test: 'keep what was agreed',
	},
	{
		name: 'no-more-back-than-came',
		mutant: { sql: 'alter table top_up drop constraint top_up_returns_at_most_what_was_paid' },
		...funds('ledger'),
		test: 'give no more back than came',
	},
	{
		name: 'books-only-grow',
		mutant: { sql: 'drop trigger ledger_entry_append_only on ledger_entry' },
		...funds('ledger'),
		test: 'is never changed or taken away: ledger_entry',
	},
	{
		name: 'books-are-never-emptied',
		mutant: { sql: 'drop trigger ledger_entry_no_truncate on ledger_entry' },
		...funds('ledger'),
		test: 'is never changed or taken away: ledger_entry',
	},
	{
		name: 'booked-transactions-stay',
		mutant: { sql: 'drop trigger ledger_transaction_append_only on ledger_transaction' },
		...funds('ledger'),
		test: 'is never changed or taken away: ledger_transaction',
	},
	{
		name: 'balance-is-not-written',
		mutant: { sql: 'grant insert, update on phone_account to samvaer_app' },
		...funds('ledger'),
		test: 'writes the balance by itself',
	},
	{
		name: 'transaction-sums-to-zero',
		mutant: { sql: 'drop trigger ledger_transaction_sum on ledger_transaction' },
		...funds('ledger'),
		test: 'sums to zero, and has two sides',
	},
	{
		name: 'entries-sum-to-zero',
		mutant: { sql: 'drop trigger ledger_entry_sum on ledger_entry' },
		...funds('ledger'),
		test: 'takes no third side afterwards',
	},
	{
		name: 'one-credit-a-payment',
		mutant: { sql: 'drop index phone_credit_first' },
		...funds('ledger'),
		test: 'has one credit of its own',
	},
	{
		name: 'accepted-is-credited',
		mutant: replaced(
			'app/services/funds/phone-credit/deliver-credits.server.ts',
			'	await changeTopUp(tx, topUp, { creditedAt: ctx.now })\n	if (leftOf(topUp) === 0) return',
			'	if (leftOf(topUp) === 0) return\n	await changeTopUp(tx, topUp, { creditedAt: ctx.now })',
		),
		...funds('refunds'),
		test: 'that comes round too late',
	},
	{
		name: 'silent-phone-is-reported',
		mutant: replaced(
			'app/services/funds/phone-credit/deliver-credits.server.ts',
			'if (waited < policy.topUp.autoRefundDays * dayMs) {',
			'if (waited >= 0) {',
		),
		...funds('refunds'),
		test: 'that never answers comes to an officer',
	},
	{
		name: 'event-under-way',
		mutant: replaced('app/domain/funds/event-under-way.ts', '< underWayMs', '< -underWayMs'),
		...funds('reconcile'),
		test: 'whose webhook may still be on its way by night',
	},
	{
		name: 'language-of-the-first-try',
		mutant: replaced(
			'app/services/funds/payments/start-top-up.server.ts',
			'language: topUp.checkoutLanguage',
			"language: input.language === 'en' ? 'en' : 'nb'",
		),
		...funds('payers'),
		test: 'sent again in another language',
	},
]

/**
 * Words of a file, each followed by what stands there instead.
 *
 * @param {string} file
 * @param {string[]} words
 * @returns {Mutant}
 */
function replaced(file, ...words) {
	const changes = words.flatMap((from, index) => (index % 2 === 0 ? [{ from, to: words[index + 1] ?? '' }] : []))
	return { file, changes }
}
