import { data } from '@remix-run/node'
import type { OfficerActor, VisitorActor } from '#app/services/authorise.ts'
import { checkFormContext, type FormMismatch, formSubjectOf } from '#app/services/identity/check-form-context.server.ts'
import { isSameContext } from '#app/services/identity/form-context.server.ts'
import type { RequestContext } from './load-context.server.ts'
import { isFileBody, sentFormContext } from './sent-form.server.ts'
import { stashForm } from './stash-form.server.ts'

/**
 * Lets through a form that was rendered for the person who sent it and, for an officer, at the facility where they are.
 * What an officer typed for another facility is kept for them there.
 * @throws 409 with a `FormMismatch`
 */
export async function requireFormContext(
	context: RequestContext,
	request: Request,
	actor: VisitorActor | OfficerActor,
): Promise<void> {
	const mismatch = await checkFormContext({ db: context.db, actor }, await sentFormContext(request))
	if (!mismatch) return
	if (mismatch.reason === 'facility' && !isFileBody(request)) await stashForm(context, request)
	throw refuseForm(context, mismatch)
}

/** The same for somebody who is not registered yet. */
export async function requireNewcomersForm(
	context: RequestContext,
	request: Request,
	{ issuer, subject }: { issuer: string; subject: string },
): Promise<void> {
	const sent = await sentFormContext(request)
	if (sent !== null && isSameContext(sent, { kind: 'newcomer', issuer, subject })) return
	throw refuseForm(context, { reason: sent === null ? 'unknown' : 'person' })
}

/** Whether a form was rendered for this visitor: for an action that also takes the forms of nobody. */
export async function isFormOf(request: Request, actor: VisitorActor): Promise<boolean> {
	const sent = await sentFormContext(request)
	return sent !== null && isSameContext(sent, formSubjectOf(actor))
}

function refuseForm({ log, requestId }: RequestContext, formMismatch: FormMismatch) {
	log.warn({ requestId, reason: `form-context-${formMismatch.reason}` }, 'refused')
	return data({ formMismatch }, { status: 409 })
}
