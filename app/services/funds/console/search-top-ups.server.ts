import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, instantOf } from '#app/domain/calendar/oslo.ts'
import { nextStepOnTopUp, type TopUpNextStep } from '#app/domain/funds/next-step.ts'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type NamedTopUp, searchTopUps } from '#db/queries/funds/console.ts'
import { selectWaitsOn } from '#db/queries/funds/waiting.ts'
import { writeAudit } from '../../audit.server.ts'
import { auditedRead } from '../../audited-read.server.ts'
import { type OfficerActor, requireOfficerHere } from '../../authorise.ts'
import type { Ctx } from '../../context.ts'

/** Rows shown at once, and in a file at most. */
const page = 50
const wholeFile = 5000

export interface TopUpQuery {
	/** A reference, a prisoner's number, or a part of a payer's or prisoner's name; all when left out. */
	text?: string | undefined
	/** The payer's reference. */
	payer?: string | undefined
	state?: TopUpState | undefined
	/** Whole øre. */
	ore?: number | undefined
	/** Local dates, both counted. */
	from?: string | undefined
	to?: string | undefined
	/** The last reference of the page before. */
	after?: string | undefined
}

export interface FoundTopUp extends NamedTopUp {
	next: TopUpNextStep
	/** The refund that waits for a second officer. */
	proposal: string | null
}

/** Top-ups of the officer's facility, the latest first. Access is logged. @throws ServiceError `not-allowed` */
export async function findTopUps(ctx: Ctx, search: TopUpQuery): Promise<{ topUps: FoundTopUp[]; more: boolean }> {
	const officer = requireOfficerHere(ctx, 'see-funds')
	return auditedRead(ctx, async (tx) => {
		const found = await searchTopUps(tx, { ...ruleInput(officer, search), limit: page + 1 })
		const shown = found.slice(0, page)
		await writeAudit(tx, ctx, {
			action: 'top-up.list',
			subjectKind: 'facility',
			subjectId: officer.facilityId,
			detail: { shown: shown.length },
		})
		return { topUps: await withNext(tx, officer, shown), more: found.length > page }
	})
}

/** The same as one list to take out of the portal; the latest 5,000, and whether that is all. Taking it is logged. @throws ServiceError `not-allowed` */
export async function topUpsToExport(
	ctx: Ctx,
	search: TopUpQuery,
	most: number = wholeFile,
): Promise<{ topUps: NamedTopUp[]; more: boolean }> {
	const officer = requireOfficerHere(ctx, 'see-funds')
	return auditedRead(ctx, async (tx) => {
		const found = await searchTopUps(tx, { ...ruleInput(officer, { ...search, after: undefined }), limit: most + 1 })
		const topUps = found.slice(0, most)
		await writeAudit(tx, ctx, {
			action: 'top-up.export',
			subjectKind: 'facility',
			subjectId: officer.facilityId,
			detail: { rows: topUps.length },
		})
		return { topUps, more: found.length > most }
	})
}

function ruleInput({ facilityId }: OfficerActor, search: TopUpQuery) {
	const { text, payer, state, ore, from, to, after } = search
	return {
		facilityId,
		text: text ?? '',
		payer: payer ?? null,
		state: state ?? null,
		ore: ore ?? null,
		from: from === undefined ? null : instantOf(from, '00:00'),
		until: to === undefined ? null : instantOf(addDays(to, 1), '00:00'),
		held: false,
		after: after ?? null,
	}
}

async function withNext(tx: DbOrTx, officer: OfficerActor, shown: readonly NamedTopUp[]): Promise<FoundTopUp[]> {
	const waits = await selectWaitsOn(
		tx,
		shown.map(({ topUp }) => topUp.id),
	)
	const who = { officerId: officer.officerId, roles: rolesIn(officer.grants, officer.facilityId) }
	return shown.map((row) => {
		const { proposal = null, differs = false } = waits.get(row.topUp.id) ?? {}
		const held = row.topUp.heldAt !== null && (row.topUp.state === 'started' || row.topUp.state === 'paid')
		const next = nextStepOnTopUp({ proposedBy: proposal?.proposedBy ?? null, differs, held }, who)
		return { ...row, next, proposal: proposal?.ref ?? null }
	})
}
