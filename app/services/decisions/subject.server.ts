import type { Permission } from '#app/domain/access/permissions.ts'
import { adultAge } from '#app/domain/bookings/party.ts'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { OfficialKind, Track } from '#app/domain/permits/permit.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type ApplicationCase, lockApplication, selectCase, type VisitorRow } from '#db/queries/applications/read.ts'
import { lockPrisoners, lockVisitors } from '#db/queries/bookings/locks.ts'
import { selectChildrenBrought } from '#db/queries/decisions/affected.ts'
import { type DecisionRow, type DecisionSubject, selectDecision } from '#db/queries/decisions/decisions.ts'
import type { HearingSubject } from '#db/queries/decisions/hearings.ts'
import type { Key } from '#db/queries/key.ts'
import { type PermitKey, type PermitRow, selectPermit } from '#db/queries/permits.ts'
import { type PrisonerRow, selectPrisoner } from '#db/queries/prisoners.ts'
import { selectGuardians, selectPermitsOf, selectVisitor, selectVisitorId } from '#db/queries/visitors.ts'
import { matchedToNobody } from '../applications/matched-to-nobody.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { policyInForce } from '../policy.server.ts'
import { requireUnrelated } from '../restrictions/require-unrelated.ts'

/** What a hearing or a decision is about: an application, a permit, or a visitor whom a ban would stop. */
export type SubjectKey =
	| { application: Key }
	| { permit: PermitKey }
	/** `facilityId` null: every facility. */
	| { visitor: Key; facilityId: string | null }

/** The people of a case, locked, with what the rules ask about them. */
export interface Subject {
	/** As its decisions and its hearings name it. */
	of: DecisionSubject & HearingSubject
	application: ApplicationCase | null
	permit: PermitRow | null
	visitor: VisitorRow
	/** null where the decision is about a visitor alone. */
	prisoner: PrisonerRow | null
	/** Where it is decided; null: everywhere. */
	facilityId: string | null
	guardianIds: readonly string[]
	affectedChildren: readonly string[]
	track: Track
	officialKinds: readonly (OfficialKind | null)[]
	controls: readonly Control[]
	policy: Policy
}

interface Found {
	of: Subject['of']
	application: ApplicationCase | null
	permit: PermitRow | null
	visitor: VisitorRow
	prisoner: PrisonerRow | null
	facilityId: string | null
}

/**
 * Finds what a case is about, asks first whether the officer may have to do with it, and locks it with its people.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no such role there, or related to a party: forvaltningsloven § 6)
 */
export async function lockSubject(tx: DbOrTx, ctx: Ctx, key: SubjectKey, permission: Permission): Promise<Subject> {
	if ('application' in key) await lockApplication(tx, key.application)
	const found = await find(tx, ctx, key, permission)
	requireOfficerOrSystem(ctx, permission, found.facilityId)
	const guardianIds = await selectGuardians(tx, found.visitor.id)
	const applicantId = found.application?.applicant.id
	await requireUnrelated(tx, ctx, [found.visitor.id, ...guardianIds, ...(applicantId ? [applicantId] : [])])
	if (found.prisoner) await lockPrisoners(tx, [found.prisoner.id])
	await lockVisitors(tx, [found.visitor.id])
	return describe(tx, ctx, await find(tx, ctx, key, permission), guardianIds)
}

/** The same, unlocked and without asking who reads it. */
export async function readSubject(tx: DbOrTx, ctx: Ctx, key: SubjectKey): Promise<Subject> {
	const found = await find(tx, ctx, key, 'decide')
	return describe(tx, ctx, found, await selectGuardians(tx, found.visitor.id))
}

/** What a decision that was made before is about. */
export function subjectKeyOf(decision: DecisionRow): SubjectKey {
	const { applicationId, permitId, visitorId, facilityId } = decision
	if (applicationId !== null) return { application: { id: applicationId } }
	if (permitId !== null) return { permit: { id: permitId } }
	if (visitorId !== null) return { visitor: { id: visitorId }, facilityId }
	throw new Error('A dismissal is about another decision')
}

/** The decision whose subject this one has: itself, or the one whose appeal it dismisses. */
export async function appealedDecision(db: DbOrTx, decision: DecisionRow): Promise<DecisionRow> {
	if (decision.dismissesId === null) return decision
	const dismissed = await selectDecision(db, { id: decision.dismissesId })
	if (!dismissed) throw new Error('A decision is never deleted')
	return appealedDecision(db, dismissed)
}

async function find(tx: DbOrTx, ctx: Ctx, key: SubjectKey, permission: Permission): Promise<Found> {
	if ('application' in key) return findApplication(tx, ctx, key.application, permission)
	if ('permit' in key) return findPermit(tx, key.permit)
	const visitorId = await selectVisitorId(tx, key.visitor)
	const visitor = visitorId && (await selectVisitor(tx, visitorId))
	if (!visitor) throw new ServiceError('not-found', 'There is no such visitor')
	const of = { visitorId: visitor.id, facilityId: key.facilityId }
	return { of, application: null, permit: null, visitor, prisoner: null, facilityId: key.facilityId }
}

async function findApplication(tx: DbOrTx, ctx: Ctx, key: Key, permission: Permission): Promise<Found> {
	const found = await selectCase(tx, key)
	if (!found) throw new ServiceError('not-found', 'There is no such application')
	const { application, visitor, prisoner } = found
	if (!prisoner) throw await matchedToNobody(tx, ctx, permission, application)
	const of = { applicationId: application.id }
	return { of, application: found, permit: null, visitor, prisoner, facilityId: prisoner.facilityId }
}

async function findPermit(tx: DbOrTx, key: PermitKey): Promise<Found> {
	const permit = await selectPermit(tx, key)
	const visitor = permit && (await selectVisitor(tx, permit.visitorId))
	const prisoner = permit && (await selectPrisoner(tx, { id: permit.prisonerId }))
	if (!permit || !visitor || !prisoner) throw new ServiceError('not-found', 'There is no such permit')
	return { of: { permitId: permit.id }, application: null, permit, visitor, prisoner, facilityId: prisoner.facilityId }
}

/** No facility has it: its policy is the defaults. */
const noFacility = '00000000-0000-0000-0000-000000000000'

async function describe(tx: DbOrTx, ctx: Ctx, found: Found, guardianIds: readonly string[]): Promise<Subject> {
	const { application, permit, visitor, prisoner, facilityId } = found
	const today = localDate(ctx.now)
	const isMinor = ({ born }: { born: string }) => ageOn(born, today) < adultAge
	const brought = await selectChildrenBrought(tx, { guardianId: visitor.id, prisonerId: prisoner?.id ?? null })
	const affected = [visitor, ...brought].filter(isMinor).map(({ id }) => id)
	const track = permit?.track ?? application?.application.track ?? 'family'
	const held = await selectPermitsOf(tx, visitor.id)
	return {
		...found,
		guardianIds,
		affectedChildren: affected,
		track,
		officialKinds: held.map((one) => one.permit.officialKind),
		controls: permit?.controls ?? [],
		policy: await policyInForce(tx, facilityId ?? noFacility, ctx.now),
	}
}
