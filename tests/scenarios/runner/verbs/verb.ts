import type { z } from 'zod'
import type { Fixture } from '../fixture/fixture.ts'
import type { Kind, Ref } from '../parse/fields.ts'
import type { Done, Refused, Touched } from '../run/outcome.ts'

/** A step's verb with its fields, ready to be done in a world. */
export interface BoundVerb {
	/** As they were read: the labels in them are checked before anything runs. */
	fields: unknown
	/** The kind of thing that `as` names; null when the verb makes nothing. */
	makes: Kind | null
	/** The label that the fields themselves give (`as` within a restriction); null when they give none. */
	named: string | null
	/** @throws ServiceError when the call is not allowed at all */
	run(fixture: Fixture): Promise<Done | Refused>
	/** The same use case for another party; null for a verb without one. */
	forParty: ((party: readonly Ref<'visitor'>[]) => BoundVerb) | null
}

interface VerbDefinition<F> {
	/** What `as` names. */
	makes?: Touched['kind']
	run(fixture: Fixture, fields: F): Promise<Done | Refused>
	withParty?(fields: F, party: readonly Ref<'visitor'>[]): F
}

/** A verb: how its fields read, and what is done with them. */
export type Verb = z.ZodType<BoundVerb>

export function verb<F>(fields: z.ZodType<F>, definition: VerbDefinition<F>): Verb {
	return fields.transform((read) => bindVerb(read, definition))
}

function bindVerb<F>(fields: F, definition: VerbDefinition<F>): BoundVerb {
	const { makes, run, withParty } = definition
	return {
		fields,
		makes: makes ?? null,
		named: namedIn(fields),
		run: (fixture) => run(fixture, fields),
		forParty: withParty ? (party) => bindVerb(withParty(fields, party), definition) : null,
	}
}

function namedIn(fields: unknown): string | null {
	if (typeof fields !== 'object' || fields === null || !('as' in fields)) return null
	return typeof fields.as === 'string' ? fields.as : null
}
