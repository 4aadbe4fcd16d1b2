import { rolesIn } from '#app/domain/access/roles.ts'
import { type Check, type CheckKind, isUndecided } from '#app/domain/applications/application.ts'
import { availableToOfficer, type OfficerApplicationAction } from '#app/domain/applications/available-actions.ts'
import { checksAgainst, type GrantObstacle, plainGrantObstacle } from '#app/domain/applications/plain-grant.ts'
import { listEntries } from '#app/domain/permits/visitor-list.ts'
import { isRelated } from '#app/domain/restrictions/conflict-of-interest.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	type ApplicationCase,
	selectCase,
	selectLatestDecision,
	selectListed,
	selectOpenCases,
	selectRelatedOfficers,
} from '#db/queries/applications/read.ts'
import type { ApplicationRow } from '#db/queries/applications/write.ts'
import { selectOfficerNames } from '#db/queries/funds/officer-names.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type StatedPerson, statedPerson } from '../identity/stated-person.view-model.ts'
import { deliveriesAbout, type ShownDelivery } from '../messages/deliveries.server.ts'
import { type CaseCheck, checksOfCase, checksOfCases, type Match, matchOf, seenOf } from './case.server.ts'
import { lastActOnApplication } from './conflict.server.ts'

export interface QueuedCase extends ApplicationCase {
	match: Match
	missing: CheckKind[]
	/** The checks that speak against granting it. */
	against: Check[]
}

/** Cases shown at once. */
const page = 100

/** The open applications of the officer's facility, the oldest first, each matched to the register. Access is logged. */
export async function applicationQueue(ctx: Ctx): Promise<QueuedCase[]> {
	const { facilityId } = requireOfficerHere(ctx, 'see-applications')
	return auditedRead(ctx, async (tx) => {
		const cases = await selectOpenCases(tx, facilityId, page)
		const checks = await checksOfCases(tx, cases, ctx.now)
		await writeAudit(tx, ctx, {
			action: 'application.list',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: { shown: cases.length },
		})
		return cases.map((one, n) => ({
			...one,
			match: matchOf(one),
			missing: checks[n]?.missing ?? [],
			against: checksAgainst(checks[n]?.checks ?? []),
		}))
	})
}

export interface CaseDetails extends QueuedCase {
	checks: (CaseCheck & { setByName: string | null; seen: string })[]
	actions: OfficerApplicationAction[]
	/** Why it cannot be granted by one officer alone, without reasons; null when it can, or is decided. */
	obstacle: GrantObstacle | null
	/** The officer is related to a party (forvaltningsloven § 6). */
	isRelated: boolean
	/** The officer who linked it to another prisoner than was typed; null when nobody did. */
	linkedBy: string | null
	stated: StatedPerson
	/** Entries taken on the prisoner's list, and how many it has; null when it is matched to nobody. */
	list: { taken: number; max: number } | null
	targetDays: number
	/** What became of the newest message to the applicant. */
	deliveries: ShownDelivery[]
}

/** One application as the officers work on it. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export function applicationCase(ctx: Ctx, ref: string): Promise<CaseDetails> {
	return auditedRead(ctx, async (tx) => {
		const officer = requireOfficerHere(ctx, 'see-applications')
		const one = await selectCase(tx, { ref })
		// An application that is matched to another prison's prisoner does not exist for this one.
		if (!one || (one.prisoner && one.prisoner.facilityId !== officer.facilityId))
			throw new ServiceError('not-found', 'There is no such application')
		const { application, prisoner } = one
		await writeAudit(tx, ctx, {
			action: 'application.view',
			subjectKind: 'application',
			subjectId: application.id,
			detail: { visitor: application.visitorId, prisoner: prisoner?.id ?? null },
		})
		const { checks, missing, policy } = await checksOfCase(tx, one, ctx.now)
		const listed = prisoner ? await selectListed(tx, prisoner.id) : null
		const names = await selectOfficerNames(
			tx,
			checks.map(({ setBy }) => setBy),
		)
		const match = matchOf(one)
		const obstacle = plainGrantObstacle(checks, policy)
		const parties = [{ relatedOfficerIds: await selectRelatedOfficers(tx, [application.visitorId, one.applicant.id]) }]
		const latest = await selectLatestDecision(tx, application.id)
		const decision = latest && { ...latest, lastAppealDay: latest.appealUntil }
		const facts = { state: application.state, parties, decision, obstacle, linkedByHand: match === 'linked' }
		return {
			...one,
			match,
			checks: checks.map((check) => ({
				...check,
				setByName: check.setBy === null ? null : (names.get(check.setBy) ?? null),
				seen: seenOf(check, prisoner?.ref ?? null),
			})),
			missing,
			against: checksAgainst(checks),
			stated: statedPerson(one.visitor),
			actions: availableToOfficer(facts, { id: officer.officerId, roles: rolesIn(officer.grants, officer.facilityId) }),
			obstacle: isUndecided(application.state) ? obstacle : null,
			isRelated: isRelated(officer.officerId, parties),
			linkedBy: match === 'linked' ? await linkedBy(tx, application) : null,
			list: listed && { taken: listEntries(listed), max: policy.visitorListMax },
			targetDays: policy.applicationTargetDays,
			deliveries: await deliveriesAbout(tx, { applicationId: application.id }),
		}
	})
}

async function linkedBy(tx: DbOrTx, application: ApplicationRow): Promise<string | null> {
	const by = (await lastActOnApplication(tx, application, ['application.link']))?.by.id ?? null
	return by === null ? null : ((await selectOfficerNames(tx, [by])).get(by) ?? null)
}
