import { leftOf } from '#app/domain/funds/top-up.ts'
import { fullName } from '#app/domain/person-name.ts'
import type { TopUpDetails } from '#app/services/funds/console/top-up-details.server.ts'
import { prisonerInList, statusOf } from './lines.view-model.ts'

/** One payment, from its page to the last entry, as the console shows it. */
export function topUpPage(details: TopUpDetails) {
	const { topUp, payer, prisoner, account, actions, refundableOre, heldBy } = details
	const { ref, ore, refundedOre, disputedOre, startedAt, paidAt, creditedAt, abandonedAt, refundBy } = topUp
	return {
		status: statusOf(topUp),
		facts: {
			...{ ref, ore, refundedOre, disputedOre, refundableOre, startedAt, paidAt, creditedAt, abandonedAt, refundBy },
			leftOre: leftOf(topUp),
			payer: fullName(payer),
			prisoner: prisonerInList(prisoner),
		},
		hold: topUp.heldAt && { by: heldBy ?? '', at: topUp.heldAt, reason: topUp.holdReason ?? '' },
		actions,
		refunds: details.refunds.map(({ ref: refundRef, state, cause, reason, proposer, decider, proposedAt, ...one }) => ({
			...{ ref: refundRef, ore: one.ore, state, cause, reason, proposer, decider, at: proposedAt },
		})),
		disputes: details.disputes.map(({ id, state, debitedOre, openedAt, ...one }) => ({
			...{ id, ore: one.ore, state, debitedOre, openedAt },
		})),
		entries: details.entries.map(({ transactionId: id, kind, account: name, ore: booked, at, refundRef }) => ({
			...{ id, kind, account: name, ore: booked, at, refundRef },
		})),
		account: {
			balanceOre: account.balanceOre,
			unspentOre: account.unspentOre,
			calls: account.calls.map(({ id, endedAt, minutes, ore: cost, uncoveredOre }) => ({
				...{ id, endedAt, minutes, ore: cost, uncoveredOre },
			})),
		},
		credits: details.credits.map(({ id, first, ore: credited, state, tries, createdAt, answeredAt }) => ({
			...{ id, first, ore: credited, state, tries, at: answeredAt ?? createdAt },
		})),
		events: details.events.map(({ type, cameBy, receivedAt }, index) => ({
			...{ id: String(index), type, cameBy, at: receivedAt },
		})),
		messages: details.messages.map(({ kind, queuedAt, sentAt, deadAt }, index) => ({
			...{ id: String(index), kind, at: sentAt ?? deadAt ?? queuedAt },
			state: sentAt ? ('sent' as const) : deadAt ? ('dead' as const) : ('waiting' as const),
		})),
		log: details.log.map(({ id, at, action: done, actorKind, officer }) => ({
			...{ id, at, by: actorKind, officer, action: done },
		})),
	}
}
