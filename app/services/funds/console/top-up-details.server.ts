import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { availableOnTopUp, type TopUpAction } from '#app/domain/funds/available-actions.ts'
import type { EventSource } from '#app/domain/funds/states.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { mostRefundable, unspentOf } from '#app/domain/funds/unspent.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { CallRow } from '#db/queries/funds/calls.ts'
import { type NamedTopUp, selectEventsOf, selectNamedTopUp } from '#db/queries/funds/console.ts'
import { type CreditRow, selectCreditsOf } from '#db/queries/funds/credits.ts'
import { type DisputeRow, selectDisputesOf } from '#db/queries/funds/disputes.ts'
import { selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { selectOfficerNames } from '#db/queries/funds/officer-names.ts'
import { type RefundRow, selectRefundsOf } from '#db/queries/funds/refunds.ts'
import type { BookedEntry, LogLine } from '#db/queries/funds/top-up-details.ts'
import { selectCallsOf, selectEntriesFor, selectLogOf, selectMessagesOf } from '#db/queries/funds/top-up-details.ts'
import { writeAudit } from '../../audit.server.ts'
import { auditedRead } from '../../audited-read.server.ts'
import { requireOfficerHere } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'

/** Calls and lines of the log shown at once. */
const most = { calls: 25, log: 100 }

/** All that is known of one top-up. Amounts are whole øre. */
export interface TopUpDetails extends NamedTopUp {
	/** Both sides of every øre of it in the books, the oldest first. */
	entries: BookedEntry[]
	refunds: (RefundRow & { proposer: string | null; decider: string | null })[]
	disputes: DisputeRow[]
	credits: CreditRow[]
	events: { type: string; receivedAt: Date; cameBy: EventSource }[]
	/** The most that may be given back of it now. */
	refundableOre: number
	account: { balanceOre: number; unspentOre: number; calls: CallRow[] }
	/** Who keeps it back. */
	heldBy: string | null
	/** What was sent to the payer. */
	messages: { kind: MessageKind; queuedAt: Date; sentAt: Date | null; deadAt: Date | null }[]
	/** What was done with it, the latest first; for whoever reads the audit trail also who looked. */
	log: LogLine[]
	actions: TopUpAction[]
}

/** One top-up of the officer's facility, with its whole story. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export async function topUpDetails(ctx: Ctx, ref: string): Promise<TopUpDetails> {
	const officer = requireOfficerHere(ctx, 'see-funds')
	return auditedRead(ctx, async (tx) => {
		const found = await selectNamedTopUp(tx, ref)
		if (!found || found.facilityId !== officer.facilityId)
			throw new ServiceError('not-found', 'There is no such top-up')
		const { topUp, payer, prisoner } = found
		await writeAudit(tx, ctx, {
			action: 'top-up.view',
			subjectKind: 'top-up',
			subjectId: topUp.id,
			detail: { payer: payer.id, prisoner: prisoner.id },
		})
		const money = await selectAccountMoney(tx, prisoner.id)
		const refunds = await selectRefundsOf(tx, topUp.id)
		const refundableOre = mostRefundable({ left: leftOf(topUp), credited: topUp.creditedAt !== null }, money)
		const roles = rolesIn(officer.grants, officer.facilityId)
		const names = await selectOfficerNames(tx, [
			topUp.heldBy,
			...refunds.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy]),
		])
		const nameOf = (id: string | null) => names.get(id ?? '') ?? null
		const disputes = await selectDisputesOf(tx, topUp.id)
		const logged = {
			topUpId: topUp.id,
			refundIds: refunds.map(({ id }) => id),
			disputeIds: disputes.map(({ id }) => id),
			withReads: hasPermission(roles, 'read-audit'),
		}
		return {
			...{ topUp, payer, prisoner, refundableOre },
			entries: await selectEntriesFor(tx, topUp.id),
			refunds: refunds.map((one) => ({ ...one, proposer: nameOf(one.proposedBy), decider: nameOf(one.decidedBy) })),
			disputes,
			credits: await selectCreditsOf(tx, topUp.id),
			events: (await selectEventsOf(tx, topUp.id)).map(({ type, receivedAt, cameBy }) => ({
				type,
				receivedAt,
				cameBy,
			})),
			account: {
				balanceOre: money.balanceOre,
				unspentOre: unspentOf(money),
				calls: await selectCallsOf(tx, prisoner.id, most.calls),
			},
			heldBy: nameOf(topUp.heldBy),
			messages: (await selectMessagesOf(tx, topUp.id)).map(({ kind, queuedAt, sentAt, deadAt }) => ({
				...{ kind, queuedAt, sentAt, deadAt },
			})),
			log: await selectLogOf(tx, logged, most.log),
			actions: availableOnTopUp(
				{ state: topUp.state, held: topUp.heldAt !== null, credited: topUp.creditedAt !== null, refundableOre },
				roles,
			),
		}
	})
}
