import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import type { Listed } from '#app/domain/permits/visitor-list.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { application, applicationCheck, decision, permit, prisoner, visitor } from '#db/schema/index.ts'
import { foldedNumber, type PrisonerRow } from '../prisoners.ts'
import type { ApplicationRow } from './write.ts'
export type VisitorRow = typeof visitor.$inferSelect

export interface ApplicationCase {
	application: ApplicationRow
	visitor: VisitorRow
	/** Who sent it: the visitor, or a child's guardian. */
	applicant: Pick<VisitorRow, 'id' | 'ref' | 'givenName' | 'familyName'>
	/** The prisoner whom an officer matched it to, else the one of the number that was typed; null when there is none. */
	prisoner: PrisonerRow | null
}

const applicant = alias(visitor, 'applicant')

const cases = (db: DbOrTx) =>
	db
		.select({
			application,
			visitor,
			applicant: {
				id: applicant.id,
				ref: applicant.ref,
				givenName: applicant.givenName,
				familyName: applicant.familyName,
			},
			prisoner,
		})
		.from(application)
		.innerJoin(visitor, eq(visitor.id, application.visitorId))
		.innerJoin(applicant, eq(applicant.id, application.applicantId))
		.leftJoin(
			prisoner,
			or(
				eq(prisoner.id, application.prisonerId),
				and(
					sql`${application.prisonerId} is null`,
					eq(foldedNumber(prisoner.number), foldedNumber(application.typedNumber)),
				),
			),
		)

/** One application with its visitor and the prisoner it may be about; null when there is none. */
export async function selectCase(db: DbOrTx, by: { id: string } | { ref: string }): Promise<ApplicationCase | null> {
	const [row] = await cases(db)
		.where('id' in by ? eq(application.id, by.id) : eq(application.ref, by.ref))
		.limit(1)
	return row ?? null
}

/** Locks an application, so that what is read of it next stays true until the transaction ends. */
export async function lockApplication(tx: DbOrTx, by: { id: string } | { ref: string }): Promise<void> {
	await tx
		.select({ id: application.id })
		.from(application)
		.where('id' in by ? eq(application.id, by.id) : eq(application.ref, by.ref))
		.for('no key update')
}

// Named in the text: an index of some rows serves a general plan only where its condition stands in the statement.
const isOpen = sql`${application.state} in ('received', 'ready')`

/**
 * The open applications that a facility's officers see, the oldest first: about a prisoner of theirs, and those whose number
 * no prisoner anywhere has.
 */
export async function selectOpenCases(db: DbOrTx, facilityId: string, limit: number): Promise<ApplicationCase[]> {
	return cases(db)
		.where(and(isOpen, or(eq(prisoner.facilityId, facilityId), sql`${prisoner.id} is null`)))
		.orderBy(asc(application.receivedAt), asc(application.id))
		.limit(limit)
}

/** A visitor's own applications, for themselves and their children, the newest first. */
export async function selectApplicationsOf(
	db: DbOrTx,
	applicantId: string,
): Promise<{ application: ApplicationRow; visitor: VisitorRow }[]> {
	return db
		.select({ application, visitor })
		.from(application)
		.innerJoin(visitor, eq(visitor.id, application.visitorId))
		.where(eq(application.applicantId, applicantId))
		.orderBy(desc(application.receivedAt))
		.limit(100)
}

export interface SetCheck {
	kind: CheckKind
	outcome: CheckOutcome
	setBy: string | null
	setAt: Date | null
}

/** The checks that an officer has set, by application. */
export async function selectChecks(db: DbOrTx, applicationIds: readonly string[]): Promise<Map<string, SetCheck[]>> {
	const found = new Map<string, SetCheck[]>(applicationIds.map((id) => [id, []]))
	if (applicationIds.length === 0) return found
	const rows = await db
		.select()
		.from(applicationCheck)
		.where(inArray(applicationCheck.applicationId, [...applicationIds]))
	for (const { applicationId, ...check } of rows) found.get(applicationId)?.push(check)
	return found
}

/** Everyone on a prisoner's list: active permits, and open applications to which the prisoner has consented. */
export async function selectListed(db: DbOrTx, prisonerId: string): Promise<Listed[]> {
	const permitted = await db
		.select({ visitorId: permit.visitorId, relationship: permit.relationship, track: permit.track })
		.from(permit)
		.where(and(eq(permit.prisonerId, prisonerId), eq(permit.state, 'active')))
	const consented = await db
		.select({ visitorId: application.visitorId, relationship: application.relationship, track: application.track })
		.from(application)
		.innerJoin(
			applicationCheck,
			and(eq(applicationCheck.applicationId, application.id), eq(applicationCheck.kind, 'prisoner-consent')),
		)
		.where(and(eq(application.prisonerId, prisonerId), eq(applicationCheck.outcome, 'clear'), isOpen))
	return [...permitted, ...consented]
}

/** The decision on an application that waits or stands now; null when there is none, or what there was has been overturned. */
export async function selectLatestDecision(
	db: DbOrTx,
	applicationId: string,
): Promise<typeof decision.$inferSelect | null> {
	const [row] = await db
		.select()
		.from(decision)
		.where(and(eq(decision.applicationId, applicationId), isNull(decision.endedAt)))
		.orderBy(desc(decision.draftedAt))
		.limit(1)
	return row ?? null
}

/** The officers related to any of these visitors, who may not decide about them. */
export async function selectRelatedOfficers(db: DbOrTx, visitorIds: readonly string[]): Promise<string[]> {
	const rows = await db.execute<{ officer_id: string }>(
		sql`select distinct officer_id from officer_relation where visitor_id = any(${`{${visitorIds.join(',')}}`}::uuid[])`,
	)
	return rows.map((row) => row.officer_id)
}
