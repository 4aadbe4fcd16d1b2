import type { Fixture } from '../fixture/fixture.ts'
import { type Ref, ref } from '../parse/fields.ts'

/** How a step names a decision: by its own label, or by its application's. */
export const decisionFields = {
	decision: ref('decision').optional(),
	application: ref('application').optional(),
}

export const notOneDecision = 'names either a decision or an application'

export function namesADecision({ decision, application }: NamedDecision): boolean {
	return (decision === undefined) !== (application === undefined)
}

interface NamedDecision {
	decision?: Ref<'decision'> | undefined
	application?: Ref<'application'> | undefined
}

export function decisionKey({ labels }: Fixture, { decision, application }: NamedDecision) {
	if (decision) return { id: labels.idOf(decision) }
	if (application) return { application: { id: labels.idOf(application) } }
	throw new Error(notOneDecision)
}
