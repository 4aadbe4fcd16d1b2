import type { prisoner } from '#db/schema/index.ts'
import type { NamePool } from '../names.ts'

/** A prisoner, as those who fill a week need to know. */
export type SeedPrisoner = Pick<
	typeof prisoner.$inferInsert,
	'id' | 'ref' | 'number' | 'familyName' | 'facilityId' | 'unit' | 'securityLevel' | 'custody'
> & {
	/** What those near are called. */
	names: NamePool
}
