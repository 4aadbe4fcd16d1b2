import { localDate } from '#app/domain/calendar/oslo.ts'
import { appealDays, appealDeadline } from '#app/domain/decisions/appeal-deadline.ts'
import { controlReviewDate } from '#app/domain/decisions/control-review.ts'
import { visitorParties } from '#app/domain/decisions/parties.ts'
import { nextReminder } from '#app/domain/decisions/reminders.ts'
import { fullName } from '#app/domain/person-name.ts'
import { negotiateLocale } from '#app/i18n/locale.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { type DecisionRow, selectReplaced, updateDecision } from '#db/queries/decisions/decisions.ts'
import { insertParties, type NewParty } from '#db/queries/decisions/parties.ts'
import { selectOfficerNames } from '#db/queries/funds/officer-names.ts'
import { queueMessages } from '#db/queries/messages/queue.ts'
import { selectVisitor } from '#db/queries/visitors.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { endMeasure } from './end-measure.server.ts'
import { type LetterFacts, letterTemplateVersion, writeLetter } from './letter.ts'
import { putInPlace } from './put-in-place.server.ts'
import type { Subject } from './subject.server.ts'

/**
 * Sends a decision: puts it in place where it is not yet, writes each party's letter and keeps it as it is, and queues the alerts.
 * The measures whose place it takes end. Its people and the decision are locked.
 */
export async function sendDecision(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	drafted: DecisionRow,
	approvedBy: string | null,
): Promise<DecisionRow> {
	const isLast = !drafted.interim && drafted.dismissesId === null
	const followed = isLast ? await selectReplaced(tx, subject.of) : []
	const placed = drafted.inForceAt === null ? await putInPlace(tx, ctx, subject, drafted, followed) : drafted
	for (const measure of followed) await endMeasure(tx, ctx, subject, measure, 'replaced')
	const appealUntil = appealDeadline(localDate(ctx.now), appealDays.case)
	const isReviewed = placed.controls.length > 0 && !placed.interim
	const decision = await updateDecision(tx, placed.id, {
		state: 'sent',
		sentAt: ctx.now,
		appealUntil,
		reviewOn: isReviewed ? controlReviewDate(localDate(ctx.now), subject.policy) : null,
		...(approvedBy === null ? {} : { approvedBy, approvedAt: ctx.now }),
	})
	const visitorIds = partyIdsOf(ctx, subject)
	await writeLetters(tx, ctx, subject, decision, visitorIds)
	await writeAudit(tx, ctx, {
		action: 'decision.send',
		facilityId: subject.facilityId,
		subjectKind: 'decision',
		subjectId: decision.id,
		detail: { kind: decision.outcome, version: decision.version },
	})
	await queueMessages(
		tx,
		visitorIds.map((toVisitorId) => ({
			kind: 'decision-ready' as const,
			toVisitorId,
			decisionId: decision.id,
			...(subject.application ? { applicationId: subject.application.application.id } : {}),
			queuedAt: ctx.now,
		})),
	)
	return decision
}

/** The visitors who are parties of a case now. */
export function partyIdsOf(ctx: Ctx, { visitor, application, guardianIds }: Subject): string[] {
	return visitorParties({
		visitor,
		applicantId: application?.applicant.id ?? null,
		guardianIds,
		today: localDate(ctx.now),
	})
}

async function writeLetters(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	decision: DecisionRow,
	visitorIds: readonly string[],
): Promise<void> {
	const names = await selectOfficerNames(tx, [decision.draftedBy, decision.approvedBy])
	const { visitor, prisoner } = subject
	const facts: Omit<LetterFacts, 'reader' | 'appealUntil' | 'prisoner'> = {
		decision,
		visitor: fullName(visitor),
		childNames: await namesOf(tx, Object.keys(decision.children)),
		officers: [...names.values()],
		sentAt: ctx.now,
	}
	const common = { decisionId: decision.id, templateVersion: letterTemplateVersion, availableAt: ctx.now }
	// An applicant reads the name that they typed: the register's tells nobody who is in prison.
	const namedByFamily = subject.application?.application.typedName ?? (prisoner && fullName(prisoner))
	const rows: NewParty[] = []
	for (const visitorId of visitorIds) {
		const reader = await selectVisitor(tx, visitorId)
		if (!reader) throw new Error('A visitor is never deleted')
		const { appealUntil } = decision
		const letter = writeLetter({ ...facts, prisoner: namedByFamily, reader: 'visitor', appealUntil }, reader.language)
		const remindAt = nextReminder(ctx.now, 0)
		rows.push({ ...common, id: newId(ctx.now), visitorId, language: reader.language, letter, appealUntil, remindAt })
	}
	if (prisoner) {
		const language = negotiateLocale(prisoner.language)
		const letter = writeLetter(
			{ ...facts, prisoner: fullName(prisoner), reader: 'prisoner', appealUntil: null },
			language,
		)
		rows.push({ ...common, id: newId(ctx.now), prisonerId: prisoner.id, language, letter, appealUntil: null })
	}
	await insertParties(tx, rows)
}

async function namesOf(tx: DbOrTx, visitorIds: readonly string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>()
	for (const id of visitorIds) {
		const found = await selectVisitor(tx, id)
		if (found) names.set(id, found.givenName)
	}
	return names
}
