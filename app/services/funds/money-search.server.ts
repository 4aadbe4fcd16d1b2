import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { patternDays, type UnusualPattern, unusualPatterns } from '#app/domain/funds/unusual-patterns.ts'
import { type OpenDifference, selectOpenDifferences } from '#db/queries/funds/differences.ts'
import {
	type KnownTopUp,
	searchTopUps,
	selectNames,
	selectPaidSince,
	selectTotals,
	selectWaitingRefunds,
	type WaitingRefund,
} from '#db/queries/funds/officers.ts'
import { type ReconciliationRow, selectLastReconciliations } from '#db/queries/funds/reconciliations.ts'
import { audited } from '../audit.server.ts'
import { requireOfficer } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { look } from '../look.server.ts'

/** Rows shown at once. */
const page = 50

export interface MoneySearch {
	/** A reference, a prisoner's number, or a part of a payer's or prisoner's name; all when left out. */
	text?: string
	state?: TopUpState
	/** The last row's `startedAt` of the page before. */
	before?: Date
}

/** Top-ups of the officer's facility, the latest first. Looking is logged. @throws ServiceError `not-allowed` */
export async function searchMoney(ctx: Ctx, search: MoneySearch): Promise<{ topUps: KnownTopUp[]; more: boolean }> {
	const facilityId = facilityOf(ctx)
	return look(ctx, async (tx) => {
		const found = await searchTopUps(tx, {
			facilityId,
			text: search.text ?? '',
			state: search.state ?? null,
			before: search.before ?? null,
			limit: page + 1,
		})
		await audited(tx, ctx, {
			action: 'top-up.list',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: { shown: Math.min(found.length, page) },
		})
		return { topUps: found.slice(0, page), more: found.length > page }
	})
}

export interface MoneyDesk {
	/** Refunds that wait for a second officer. */
	waiting: WaitingRefund[]
	/** What does not add up. */
	differences: OpenDifference[]
	/** Payments worth a look; a person of another facility is not named. */
	unusual: NamedPattern[]
	/** The last comparisons with Stripe, the latest first. */
	reconciliations: ReconciliationRow[]
	/** The books of all facilities together: each account in whole øre; their sum is zero. */
	totals: { account: string; ore: number }[]
}

export interface NamedPattern extends UnusualPattern {
	payer: string | null
	prisoner: string | null
	prisonerNumber: string | null
}

/** What waits for those who handle money in the officer's facility. Looking is logged. @throws ServiceError `not-allowed` */
export async function moneyDesk(ctx: Ctx): Promise<MoneyDesk> {
	const facilityId = facilityOf(ctx)
	return look(ctx, async (tx) => {
		const since = new Date(ctx.now.getTime() - patternDays * 86_400_000)
		const patterns = unusualPatterns(await selectPaidSince(tx, facilityId, since))
		const { visitors, prisoners } = await selectNames(tx, {
			visitorIds: patterns.flatMap(({ payerId }) => payerId ?? []),
			prisonerIds: patterns.flatMap(({ prisonerId }) => prisonerId ?? []),
			facilityId,
		})
		const unusual = patterns
			// Another facility's prisoner is another facility's affair.
			.filter(({ prisonerId }) => prisonerId === null || prisoners.has(prisonerId))
			.map((pattern) => {
				const payer = visitors.get(pattern.payerId ?? '')
				const prisoner = prisoners.get(pattern.prisonerId ?? '')
				return {
					...pattern,
					payer: payer ? `${payer.givenName} ${payer.familyName}` : null,
					prisoner: prisoner ? `${prisoner.givenName} ${prisoner.familyName}` : null,
					prisonerNumber: prisoner?.number ?? null,
				}
			})
		const waiting = await selectWaitingRefunds(tx, facilityId, page)
		const differences = await selectOpenDifferences(tx, facilityId, page)
		await audited(tx, ctx, {
			action: 'money.desk',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: { waiting: waiting.length, differences: differences.length, unusual: unusual.length },
		})
		return {
			waiting,
			differences,
			unusual,
			reconciliations: await selectLastReconciliations(tx, 14),
			totals: await selectTotals(tx),
		}
	})
}

function facilityOf(ctx: Ctx): string {
	if (ctx.actor.kind !== 'officer') throw new ServiceError('not-allowed', 'Only an officer does this')
	requireOfficer(ctx, 'see-money', ctx.actor.facilityId)
	return ctx.actor.facilityId
}
