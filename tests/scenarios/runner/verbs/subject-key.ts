import { z } from 'zod'
import type { SubjectKey } from '#app/services/decisions/subject.server.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { type Ref, ref } from '../parse/fields.ts'

/** What a hearing or a decision is about: an application, a permit, or a visitor before a ban. */
export const subjectFields = {
	application: ref('application').optional(),
	permit: z.strictObject({ visitor: ref('visitor'), prisoner: ref('prisoner') }).optional(),
	visitor: ref('visitor').optional(),
	facility: ref('facility').optional(),
}

interface Named {
	application?: Ref<'application'> | undefined
	permit?: { visitor: Ref<'visitor'>; prisoner: Ref<'prisoner'> } | undefined
	visitor?: Ref<'visitor'> | undefined
	facility?: Ref<'facility'> | undefined
}

export function namesOneSubject({ application, permit, visitor, facility }: Named): boolean {
	const named = [application, permit, visitor].filter((one) => one !== undefined)
	return named.length === 1 && (facility === undefined || visitor !== undefined)
}

export function subjectKey({ labels }: Fixture, { application, permit, visitor, facility }: Named): SubjectKey {
	if (application) return { application: { id: labels.idOf(application) } }
	if (permit) return { permit: { visitorId: labels.idOf(permit.visitor), prisonerId: labels.idOf(permit.prisoner) } }
	if (visitor) return { visitor: { id: labels.idOf(visitor) }, facilityId: facility ? labels.idOf(facility) : null }
	throw new Error('names an application, a permit or a visitor')
}
