import { isUndecided } from '#app/domain/applications/application.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { hearingDeadline, type OmissionGround } from '#app/domain/decisions/hearing.ts'
import { nextReminder } from '#app/domain/decisions/reminders.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import {
	type HearingRow,
	type HearingSubject,
	insertHearing,
	selectLatestHearing,
} from '#db/queries/decisions/hearings.ts'
import type { Key } from '#db/queries/key.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { applicationConflict, lastActOnApplication } from '../applications/conflict.server.ts'
import { writeAudit } from '../audit.server.ts'
import { requireAnyOfficer } from '../authorise.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { requireText } from '../require-text.ts'
import { transaction } from '../transaction.server.ts'
import { partyIdsOf } from './send.server.ts'
import { lockSubject, type Subject, type SubjectKey } from './subject.server.ts'

/** A hearing before a ban is heard by an officer of the facility where they work, wherever the ban will be. */
export type HearInput = { subject: Exclude<SubjectKey, { facilityId: string | null }> | { visitor: Key } } & (
	| { text: string }
	/** Forvaltningsloven § 16 third paragraph. */
	| { omit: OmissionGround; reason: string }
)

/**
 * Puts to the parties what was received about a person, with a last day to answer; or records why they are not heard. The same
 * officer's same words again change nothing.
 *
 * @throws ServiceError `not-found`, `not-allowed` (no screening officer there, or related to a party), `incomplete` (no words, or no
 * reason), `wrong-state` (decided already, or a notice waits for its answer)
 */
export async function hear(ctx: Ctx, input: HearInput): Promise<HearingRow> {
	return transaction(ctx.db, async (tx) => {
		const { officerId, facilityId } = requireAnyOfficer(ctx)
		const key = 'visitor' in input.subject ? { ...input.subject, facilityId } : input.subject
		const subject = await lockSubject(tx, ctx, key, 'screen-applications')
		await requireHearable(tx, ctx, subject)
		const said = 'omit' in input ? requireText('reason', input.reason) : requireText('text', input.text)
		const before = await heardBefore(tx, ctx, subject, input, said)
		if (before) return before
		const common = {
			...hearingOf(subject),
			id: newId(ctx.now),
			ref: newRef(),
			createdBy: officerId,
			createdAt: ctx.now,
		}
		if ('omit' in input) {
			const omitted = { state: 'omitted', omittedBecause: input.omit, reason: said } as const
			const hearing = await insertHearing(tx, { ...common, ...omitted }, [])
			await audit(tx, ctx, subject, hearing, 'hearing.omit')
			return hearing
		}
		const answerUntil = hearingDeadline(localDate(ctx.now), subject.policy.hearingDays)
		const parties = partyIdsOf(ctx, subject)
		const hearing = await insertHearing(
			tx,
			{ ...common, state: 'open', notice: said, answerUntil },
			parties.map((visitorId) => ({ hearingId: common.id, visitorId, remindAt: nextReminder(ctx.now, 0) })),
		)
		await audit(tx, ctx, subject, hearing, 'hearing.send')
		const applicationId = subject.application?.application.id
		await queueMessages(
			tx,
			parties.map((toVisitorId) => ({
				kind: 'hearing-notice' as const,
				toVisitorId,
				hearingId: hearing.id,
				...(applicationId === undefined ? {} : { applicationId }),
				queuedAt: ctx.now,
			})),
		)
		return hearing
	})
}

/** A hearing before a ban is about the visitor, wherever the ban will be. */
function hearingOf({ of }: Subject): HearingSubject {
	return 'visitorId' in of ? { visitorId: of.visitorId } : of
}

async function requireHearable(tx: DbOrTx, ctx: Ctx, { application: found, permit }: Subject): Promise<void> {
	if (permit?.state === 'ended') throw new ServiceError('wrong-state', 'Permit has ended')
	if (!found || isUndecided(found.application.state)) return
	const act = await lastActOnApplication(tx, found.application, [
		'application.grant',
		'application.decide',
		'application.withdraw',
	])
	throw await applicationConflict(tx, ctx, found.application, act)
}

/** The same officer's same hearing; null where a new one may begin. @throws ServiceError `wrong-state`, a notice waits for its answer */
async function heardBefore(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	input: HearInput,
	said: string,
): Promise<HearingRow | null> {
	const latest = await selectLatestHearing(tx, subject.of)
	if (!latest) return null
	const by = { kind: 'officer', id: latest.createdBy } as const
	const isSame =
		'omit' in input ? latest.omittedBecause === input.omit && latest.reason === said : latest.notice === said
	if (isSame && isRepeatBy(ctx, by)) return latest
	if (latest.state !== 'open') return null
	throw await wrongState(tx, ctx, { what: 'hearing-sent', by, at: latest.createdAt })
}

async function audit(
	tx: DbOrTx,
	ctx: Ctx,
	{ facilityId }: Subject,
	{ id }: HearingRow,
	action: 'hearing.omit' | 'hearing.send',
): Promise<void> {
	await writeAudit(tx, ctx, { action, facilityId, subjectKind: 'hearing', subjectId: id })
}
