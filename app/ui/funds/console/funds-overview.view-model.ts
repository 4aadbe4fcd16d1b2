import { addDays, type LocalDate } from '#app/domain/calendar/oslo.ts'
import { proposalHours } from '#app/domain/funds/refund.ts'
import { patternDays } from '#app/domain/funds/unusual-patterns.ts'
import { nameInList } from '#app/domain/person-name.ts'
import type { FundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import type { FoundTopUp } from '#app/services/funds/console/search-top-ups.server.ts'
import { discrepancyLine, prisonerInList, statusOf } from './lines.view-model.ts'

/** What waits for those who handle funds, a line each. */
export function overviewLines({ waiting, held, discrepancies, unusual }: FundsOverview, today: LocalDate) {
	return {
		waiting: waiting.map(({ refund, topUp, payer, prisoner, proposer, mine }) => ({
			...{ ref: refund.ref, topUpRef: topUp.ref, ore: refund.ore, mine },
			payer: nameInList(payer),
			prisoner: prisonerInList(prisoner),
			reason: refund.reason ?? '',
			proposer: proposer ?? '',
			lapsesAt: new Date(refund.proposedAt.getTime() + proposalHours * 3_600_000),
		})),
		held: held.flatMap(({ topUp, payer, prisoner }) =>
			topUp.heldAt === null
				? []
				: {
						...{ ref: topUp.ref, ore: topUp.ore, heldAt: topUp.heldAt, reason: topUp.holdReason ?? '' },
						payer: nameInList(payer),
						prisoner: prisonerInList(prisoner),
						returnsAt: topUp.refundBy,
					},
		),
		discrepancies: discrepancies.map(discrepancyLine),
		unusual: unusual.map(({ pattern, count, payer, prisoner }) => ({
			...{ pattern, count, payer, prisoner },
			since: addDays(today, -patternDays),
		})),
	}
}

/** A payment as a line of what was searched for. */
export function topUpLine({ topUp, payer, prisoner, next, proposal }: FoundTopUp) {
	return {
		...statusOf(topUp),
		...{ ref: topUp.ref, startedAt: topUp.startedAt, next, proposal },
		payer: nameInList(payer),
		prisoner: nameInList(prisoner),
		prisonerNumber: prisoner.number,
		backOre: topUp.refundedOre + topUp.disputedOre,
	}
}
