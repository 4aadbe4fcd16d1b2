import { selectFacilitiesOf } from '#db/queries/facilities.ts'
import type { OfficerActor, VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { type FormSubject, isSameContext, isSamePerson } from './form-context.server.ts'

/**
 * Why a form is not for whoever sent it. `person`: it was rendered for somebody else, who is not named: that somebody visits
 * a prisoner is a secret. `facility`: the officer has gone on elsewhere since. `unknown`: it does not say.
 */
export type FormMismatch =
	| { reason: 'unknown' }
	| { reason: 'person' }
	| { reason: 'facility'; here: string; openedFor: { slug: string; name: string } | null }

/** What a form says of whom it was rendered for, held against who sent it. Returns null where they agree. */
export async function checkFormContext(
	{ db, actor }: Pick<Ctx, 'db'> & { actor: VisitorActor | OfficerActor },
	formContext: string | null,
): Promise<FormMismatch | null> {
	if (formContext === null) return { reason: 'unknown' }
	const subject = formSubjectOf(actor)
	if (isSameContext(formContext, subject)) return null
	if (actor.kind === 'visitor' || !isSamePerson(formContext, subject)) return { reason: 'person' }
	const facilities = await selectFacilitiesOf(db, actor.grants)
	const named = facilities.find(({ id }) => isSameContext(formContext, { ...actor, facilityId: id }))
	return {
		reason: 'facility',
		here: facilities.find(({ id }) => id === actor.facilityId)?.name ?? '',
		openedFor: named ? { slug: named.slug, name: named.name } : null,
	}
}

export function formSubjectOf(actor: VisitorActor | OfficerActor): FormSubject {
	if (actor.kind === 'visitor') return { kind: 'visitor', visitorId: actor.visitorId }
	return { kind: 'officer', officerId: actor.officerId, facilityId: actor.facilityId }
}
