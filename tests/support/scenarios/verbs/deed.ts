import type { z } from 'zod'
import type { Kind, Ref } from '../parse/fields.ts'
import type { Done, Refused, Touched } from '../run/outcome.ts'
import type { World } from '../world/world.ts'

/** A step's verb with its fields, ready to be done in a world. */
export interface Deed {
	/** As they were read: the labels in them are checked before anything runs. */
	fields: unknown
	/** The kind of thing that `as` names; null when the verb makes nothing. */
	makes: Kind | null
	/** The label that the fields themselves give (`as` within a restriction); null when they give none. */
	named: string | null
	/** @throws ServiceError when the call is not allowed at all */
	run(world: World): Promise<Done | Refused>
	/** The same deed for another party; null for a verb without one. */
	forParty: ((party: readonly Ref<'visitor'>[]) => Deed) | null
}

interface VerbDefinition<F> {
	/** What `as` names. */
	makes?: Touched['kind']
	run(world: World, fields: F): Promise<Done | Refused>
	withParty?(fields: F, party: readonly Ref<'visitor'>[]): F
}

/** A verb: how its fields read, and what is done with them. */
export type Verb = z.ZodType<Deed>

export function verb<F>(fields: z.ZodType<F>, definition: VerbDefinition<F>): Verb {
	return fields.transform((read) => deed(read, definition))
}

function deed<F>(fields: F, definition: VerbDefinition<F>): Deed {
	const { makes, run, withParty } = definition
	return {
		fields,
		makes: makes ?? null,
		named: namedIn(fields),
		run: (world) => run(world, fields),
		forParty: withParty ? (party) => deed(withParty(fields, party), definition) : null,
	}
}

function namedIn(fields: unknown): string | null {
	if (typeof fields !== 'object' || fields === null || !('as' in fields)) return null
	return typeof fields.as === 'string' ? fields.as : null
}
