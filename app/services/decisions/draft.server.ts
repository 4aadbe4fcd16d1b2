import { missingChecks } from '#app/domain/applications/checks.ts'
import { checksAgainst } from '#app/domain/applications/plain-grant.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { interimBounds, longestSuspension } from '#app/domain/decisions/bounds.ts'
import { type DraftText, missingInDraft } from '#app/domain/decisions/missing-in-draft.ts'
import { withImplied } from '#app/domain/permits/controls.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { type DecisionRow, insertDecision, selectDraft, updateDecision } from '#db/queries/decisions/decisions.ts'
import { selectLatestHearing } from '#db/queries/decisions/hearings.ts'
import { checksOfCase } from '../applications/case.server.ts'
import { writeAudit } from '../audit.server.ts'
import { isRepeatBy, wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { Subject } from './subject.server.ts'

/** Whether a check of the application speaks against a grant; false where there is none. @throws ServiceError `wrong-state`, a check is open */
export async function standsAgainstChecks(tx: DbOrTx, ctx: Ctx, { application }: Subject): Promise<boolean> {
	if (!application) return false
	const { checks } = await checksOfCase(tx, application, ctx.now)
	if (application.application.state !== 'ready' || missingChecks(checks).length > 0)
		throw new ServiceError('wrong-state', `Application is ${application.application.state}, checks are open`)
	return checksAgainst(checks).length > 0
}

/**
 * Keeps the text that is put forward. The author may put it forward anew until it is approved, and each change is a new version;
 * the same text again changes nothing. A draft has one author at a time.
 *
 * @throws ServiceError `incomplete` (names what is missing), `wrong-state` (another officer's draft waits)
 */
export async function keepDraft(
	tx: DbOrTx,
	ctx: Ctx,
	subject: Subject,
	text: DraftText,
	{ officerId, isAgainstChecks }: { officerId: string; isAgainstChecks: boolean },
): Promise<{ decision: DecisionRow; isNew: boolean }> {
	const hearing = await selectLatestHearing(tx, subject.of)
	const today = localDate(ctx.now)
	const missing = missingInDraft(text, {
		today,
		track: subject.track,
		officialKinds: subject.officialKinds,
		controlsBefore: subject.controls,
		affectedChildren: subject.affectedChildren,
		hearing: hearing?.state ?? null,
		isAgainstChecks,
		policy: subject.policy,
	})
	if (missing.length > 0) throw new ServiceError('incomplete', `The draft is not whole: ${missing.join(', ')}`, missing)
	const before = await selectDraft(tx, subject.of, text.interim)
	const columns = {
		outcome: text.kind,
		applicationVersion: subject.application?.application.version ?? null,
		controls: withImplied(text.controls),
		until: text.kind === 'suspended' ? (text.until ?? longestSuspension(today)) : text.until,
		rule: text.rule.trim(),
		facts: text.facts.trim(),
		lesserControls: answered(text.lesserControls),
		children: answered(text.children),
		// An interim measure rests on no hearing: that follows, for the decision after it.
		hearingId: text.interim ? null : (hearing?.id ?? null),
	}
	if (before) {
		if (before.draftedBy !== officerId) throw await draftedByAnother(tx, ctx, before)
		if (canonical(before) === canonical(columns)) {
			if (!isRepeatBy(ctx, { kind: 'officer', id: before.draftedBy })) throw await draftedByAnother(tx, ctx, before)
			return { decision: before, isNew: false }
		}
		// What is in force already must not change under the eyes of those it holds.
		if (before.inForceAt !== null) throw await draftedByAnother(tx, ctx, before)
	}
	const decision = before
		? await updateDecision(tx, before.id, { ...columns, version: before.version + 1, draftedAt: ctx.now })
		: await insertDecision(tx, {
				...columns,
				...subject.of,
				id: newId(ctx.now),
				ref: newRef(),
				state: 'drafted',
				draftedBy: officerId,
				draftedAt: ctx.now,
				interim: text.interim,
				...(text.interim ? interimBounds(ctx.now) : {}),
			})
	await writeAudit(tx, ctx, {
		action: 'decision.draft',
		facilityId: subject.facilityId,
		subjectKind: 'decision',
		subjectId: decision.id,
		detail: { kind: text.kind, version: decision.version, interim: text.interim },
	})
	return { decision, isNew: true }
}

type Columns = Pick<
	DecisionRow,
	| 'outcome'
	| 'applicationVersion'
	| 'controls'
	| 'until'
	| 'rule'
	| 'facts'
	| 'lesserControls'
	| 'children'
	| 'hearingId'
>

/** The same text whatever order its parts came in. */
function canonical(columns: Columns): string {
	const sorted = (texts: Readonly<Record<string, string>>) => Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))
	const { outcome, applicationVersion, controls, until, rule, facts, lesserControls, children, hearingId } = columns
	const texts = [sorted(lesserControls), sorted(children)]
	return JSON.stringify([outcome, applicationVersion, controls, until, rule, facts, texts, hearingId])
}

function draftedByAnother(tx: DbOrTx, ctx: Ctx, { draftedBy, draftedAt }: DecisionRow): Promise<ServiceError> {
	return wrongState(tx, ctx, { what: 'decision-drafted', by: { kind: 'officer', id: draftedBy }, at: draftedAt })
}

/** The texts that were written, trimmed; an empty one is none. */
function answered(texts: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).flatMap(([about, text]) => (text?.trim() ? [[about, text.trim()]] : [])),
	)
}
