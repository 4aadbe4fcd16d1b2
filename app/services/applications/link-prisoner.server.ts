import { isUndecided } from '#app/domain/applications/application.ts'
import { checksToReopen } from '#app/domain/applications/checks.ts'
import { sameName } from '#app/domain/applications/matching.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { ApplicationCase } from '#db/queries/applications/read.ts'
import { lockApplication, selectCase } from '#db/queries/applications/read.ts'
import { reopenChecks, updateApplication } from '#db/queries/applications/write.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import { selectPrisonerByNumber } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import { type OfficerActor, requireOfficerHere } from '../authorise.ts'
import { isRepeatBy } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { applicationConflict, lastActOnApplication } from './conflict.server.ts'

export interface LinkInput {
	application: { id: string } | { ref: string }
	number: string
	/** The officer says that it is this prisoner although the register has another name than was typed. */
	nameConfirmed: boolean
	/** The application's version as the page showed it; left out, it is linked as it is now. */
	version?: number
}

export type LinkOutcome = { ok: true } | { ok: false; code: 'no-such-prisoner' | 'name-differs' }

/**
 * An officer says which prisoner an application is about, when number and name do not match by themselves. Another name than was
 * typed must be confirmed. Linked by the same officer before, it stays as it is.
 *
 * @throws ServiceError `not-found` (no such application), `not-allowed`, `wrong-state` (decided, withdrawn, or linked already)
 */
export async function linkPrisoner(ctx: Ctx, input: LinkInput): Promise<LinkOutcome> {
	const officer = requireOfficerHere(ctx, 'screen-applications')
	return transaction(ctx.db, async (tx) => {
		const found = await lockedCase(tx, officer, input.application)
		const { application } = found
		const prisoner = await prisonerHere(tx, officer, input.number)
		const act = await lastActOnApplication(tx, application, linking)
		if (prisoner && application.prisonerId === prisoner.id && isRepeatBy(ctx, act?.by ?? null)) return { ok: true }
		if (!isUndecided(application.state) || application.prisonerId !== null || isOutdated(found, input))
			throw await applicationConflict(tx, ctx, application, act)
		if (!prisoner) return { ok: false, code: 'no-such-prisoner' }
		if (!isTypedName(found, prisoner) && !input.nameConfirmed) return { ok: false, code: 'name-differs' }
		// What was answered before it was unlinked from somebody else may not hold for this prisoner.
		await moveTo(tx, found, prisoner)
		await writeAudit(tx, ctx, {
			action: 'application.link',
			subjectKind: 'application',
			subjectId: application.id,
			detail: { prisoner: prisoner.id, nameConfirmed: !isTypedName(found, prisoner) },
		})
		return { ok: true }
	})
}

/**
 * Takes a link by hand back, until it is decided. The checks that were about the prisoner are open again. Unlinked by the same
 * officer before, it stays as it is.
 *
 * @throws ServiceError `not-found`, `not-allowed`, `wrong-state` (decided, withdrawn, changed, or not linked)
 */
export async function unlinkPrisoner(ctx: Ctx, input: Pick<LinkInput, 'application' | 'version'>): Promise<void> {
	const officer = requireOfficerHere(ctx, 'screen-applications')
	await transaction(ctx.db, async (tx) => {
		const found = await lockedCase(tx, officer, input.application)
		const { application } = found
		const act = await lastActOnApplication(tx, application, linking)
		if (application.prisonerId === null && act?.action === 'application.unlink' && isRepeatBy(ctx, act.by)) return
		if (!isUndecided(application.state) || application.prisonerId === null || isOutdated(found, input))
			throw await applicationConflict(tx, ctx, application, act)
		await moveTo(tx, found, null)
		await writeAudit(tx, ctx, {
			action: 'application.unlink',
			subjectKind: 'application',
			subjectId: application.id,
			detail: { prisoner: application.prisonerId },
		})
	})
}

async function lockedCase(tx: DbOrTx, { facilityId }: OfficerActor, by: LinkInput['application']) {
	await lockApplication(tx, by)
	const found = await selectCase(tx, by)
	if (!found || (found.prisoner && found.prisoner.facilityId !== facilityId))
		throw new ServiceError('not-found', 'There is no such application')
	return found
}

/** The prisoner of a number, in the officer's own facility: any other does not exist for them. */
export async function prisonerHere(db: DbOrTx, { facilityId }: OfficerActor, number: string) {
	const prisoner = await selectPrisonerByNumber(db, number)
	return prisoner?.facilityId === facilityId ? prisoner : null
}

export function isTypedName({ application }: ApplicationCase, prisoner: PrisonerRow): boolean {
	return sameName(application.typedName, prisoner.givenName, prisoner.familyName)
}

function isOutdated({ application }: ApplicationCase, { version }: Pick<LinkInput, 'version'>): boolean {
	return version !== undefined && version !== application.version
}

const linking = [
	'application.link',
	'application.unlink',
	'application.check',
	'application.withdraw',
	'application.decide',
	'application.grant',
] as const

async function moveTo(tx: DbOrTx, { application, prisoner: from }: ApplicationCase, to: PrisonerRow | null) {
	const levelBefore = application.prisonerId === null ? null : (from?.securityLevel ?? null)
	await reopenChecks(tx, application.id, checksToReopen(levelBefore, to?.securityLevel ?? null))
	const moved = await updateApplication(tx, application, ['received', 'ready'], {
		prisonerId: to?.id ?? null,
		state: 'received',
	})
	if (!moved) throw new ServiceError('wrong-state', 'It has changed meanwhile')
}
