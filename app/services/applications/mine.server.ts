import { type ApplicantAction, availableToApplicant } from '#app/domain/applications/available-actions.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { fullName } from '#app/domain/person-name.ts'
import { selectApplicationsOf, selectCase, selectLatestDecision } from '#db/queries/applications/read.ts'
import type { ApplicationRow } from '#db/queries/applications/write.ts'
import { selectChildren, selectVisitor } from '#db/queries/visitors.ts'
import { requireVisitor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { type ReadLetter, readLetterOf } from '../decisions/read-letter.server.ts'
import { ServiceError } from '../errors.ts'

/** An application as its applicant reads it: what they typed, and how far it is. Nothing of the register. */
export interface MyApplication {
	ref: string
	state: ApplicationRow['state']
	forWhom: string
	typedNumber: string
	typedName: string
	relationship: ApplicationRow['relationship']
	receivedAt: Date
	decidedAt: Date | null
}

function shown(application: ApplicationRow, visitor: { givenName: string; familyName: string }): MyApplication {
	const { ref, state, typedNumber, typedName, relationship, receivedAt, decidedAt } = application
	// 'Ready' is the officers' word: to the applicant nothing has been decided.
	const shownState = state === 'ready' ? 'received' : state
	const forWhom = fullName(visitor)
	return { ref, state: shownState, forWhom, typedNumber, typedName, relationship, receivedAt, decidedAt }
}

/** The visitor's own applications, the newest first. */
export async function myApplications(ctx: Ctx): Promise<MyApplication[]> {
	const { visitorId } = requireVisitor(ctx)
	return (await selectApplicationsOf(ctx.db, visitorId)).map(({ application, visitor }) => shown(application, visitor))
}

/**
 * One of them, with what may be done and the reader's own letter, which is opened by being read. Who did not apply but has a letter
 * (a child of 15 or more, its other guardian) reads it too. @throws ServiceError `not-found`
 */
export async function myApplication(
	ctx: Ctx,
	ref: string,
): Promise<{ application: MyApplication; actions: ApplicantAction[]; letter: ReadLetter | null }> {
	const { visitorId } = requireVisitor(ctx)
	const found = await selectCase(ctx.db, { ref })
	const letter = found && (await readLetterOf(ctx, found.application.id))
	const isApplicant = found?.application.applicantId === visitorId
	if (!found || !(isApplicant || letter)) throw new ServiceError('not-found', 'There is no such application')
	const latest = await selectLatestDecision(ctx.db, found.application.id)
	const decision = latest && { ...latest, lastAppealDay: latest.appealUntil }
	const facts = { state: found.application.state, decision }
	return {
		application: shown(found.application, found.visitor),
		actions: isApplicant ? availableToApplicant(facts, localDate(ctx.now)) : [],
		letter,
	}
}

/** For whom the visitor may apply: themselves and their children, by reference. */
export async function applicantChoices(ctx: Ctx): Promise<{ ref: string; id: string; name: string; isMe: boolean }[]> {
	const { visitorId } = requireVisitor(ctx)
	const me = await selectVisitor(ctx.db, visitorId)
	const children = await selectChildren(ctx.db, visitorId)
	if (!me) throw new ServiceError('not-found', 'There is no such visitor')
	return [me, ...children].map((one) => ({
		ref: one.ref,
		id: one.id,
		name: fullName(one),
		isMe: one.id === me.id,
	}))
}
