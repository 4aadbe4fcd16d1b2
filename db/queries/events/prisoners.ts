import { and, eq, sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner, unit } from '#db/schema/index.ts'
import { at } from '../statement.ts'
import { isKey, type Key } from './keys.ts'

export type PrisonerRow = typeof prisoner.$inferSelect

/** One prisoner; null when there is none. */
export async function selectPrisoner(db: DbOrTx, key: Key): Promise<PrisonerRow | null> {
	const [row] = await db.select().from(prisoner).where(isKey(prisoner, key)).limit(1)
	return row ?? null
}

type Event = Pick<PrisonerRow, 'facilityId' | 'unit' | 'securityLevel' | 'legalStatus' | 'custody'>
type Person = Pick<PrisonerRow, 'givenName' | 'familyName' | 'foldedName' | 'born' | 'language'>

/** Writes what has changed, and that it is known to be so from an instant on; what was known later already stays the later. */
export async function updatePrisoner(
	tx: DbOrTx,
	id: string,
	change: Partial<Event & Person>,
	knownFrom: Date,
): Promise<PrisonerRow> {
	const [row] = await tx
		.update(prisoner)
		.set({ ...change, knownFrom: sql`greatest(${prisoner.knownFrom}, ${at(knownFrom)})` })
		.where(eq(prisoner.id, id))
		.returning()
	if (!row) throw new Error('The prisoner was not written')
	return row
}

export async function hasUnit(db: DbOrTx, facilityId: string, code: string): Promise<boolean> {
	const rows = await db
		.select({ code: unit.code })
		.from(unit)
		.where(and(eq(unit.facilityId, facilityId), eq(unit.code, code)))
		.limit(1)
	return rows.length > 0
}
