import { and, eq, gt, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner, prisonerTransfer, unit } from '#db/schema/index.ts'
import { isKey, type Key } from './key.ts'
import { at } from './statement.ts'

export type PrisonerRow = typeof prisoner.$inferSelect

/** One prisoner; null when there is none. */
export async function selectPrisoner(db: DbOrTx, key: Key): Promise<PrisonerRow | null> {
	const [row] = await db.select().from(prisoner).where(isKey(prisoner, key)).limit(1)
	return row ?? null
}

type Event = Pick<PrisonerRow, 'facilityId' | 'unit' | 'securityLevel' | 'legalStatus' | 'custody'>
type Person = Pick<PrisonerRow, 'givenName' | 'familyName' | 'foldedName' | 'born' | 'language'>

/** What of a prisoner may change. */
export type PrisonerChange = Partial<Event & Person>

/** Writes what has changed, and that it is known to be so from an instant on; what was known later already stays the later. */
export async function updatePrisoner(
	tx: DbOrTx,
	id: string,
	change: PrisonerChange,
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

/** Writes down that a prisoner has left one facility for another. */
export async function insertTransfer(tx: DbOrTx, row: typeof prisonerTransfer.$inferInsert): Promise<void> {
	await tx.insert(prisonerTransfer).values(row)
}

/** Where a prisoner was at an instant, as far as is known: the facility that the next transfer led from. */
export async function facilityAt(db: DbOrTx, { id, facilityId }: PrisonerRow, instant: Date): Promise<string> {
	const [next] = await db
		.select({ from: prisonerTransfer.fromFacilityId })
		.from(prisonerTransfer)
		.where(and(eq(prisonerTransfer.prisonerId, id), gt(prisonerTransfer.at, instant)))
		.orderBy(prisonerTransfer.at, prisonerTransfer.id)
		.limit(1)
	return next?.from ?? facilityId
}

export async function hasUnit(db: DbOrTx, facilityId: string, code: string): Promise<boolean> {
	const rows = await db
		.select({ code: unit.code })
		.from(unit)
		.where(and(eq(unit.facilityId, facilityId), eq(unit.code, code)))
		.limit(1)
	return rows.length > 0
}

/** A stored number as `foldNumber` folds one, as its index has it. */
export function foldedNumber(column: SQLWrapper): SQL {
	return sql`replace(${column}, '-', '')`
}

/** The prisoner of a number, however it is written; null when there is none. */
export async function selectPrisonerByNumber(db: DbOrTx, number: string): Promise<typeof prisoner.$inferSelect | null> {
	const folded = foldNumber(number)
	// Some signs are in no text that PostgreSQL takes.
	if (!/^[0-9A-Z]+$/.test(folded)) return null
	const [row] = await db
		.select()
		.from(prisoner)
		.where(eq(foldedNumber(prisoner.number), folded))
		.limit(1)
	return row ?? null
}

/** The prisoners of these numbers, however they are written, in one read. */
export async function selectByNumbers(db: DbOrTx, numbers: readonly string[]): Promise<PrisonerRow[]> {
	if (numbers.length === 0) return []
	return db
		.select()
		.from(prisoner)
		.where(inArray(foldedNumber(prisoner.number), [...new Set(numbers.map(foldNumber))]))
}

/** Adds prisoners, those whose number somebody has by now, with other hyphens or the same, left out. Returns the ones added. */
export async function insertPrisoners(
	tx: DbOrTx,
	rows: readonly (typeof prisoner.$inferInsert)[],
): Promise<PrisonerRow[]> {
	if (rows.length === 0) return []
	return tx
		.insert(prisoner)
		.values([...rows])
		.onConflictDoNothing()
		.returning()
}

/** Writes down that what is known of these prisoners is so from later instants on. Answers whose was moved. */
export async function moveKnownFrom(
	tx: DbOrTx,
	moved: readonly { id: string; knownFrom: Date }[],
): Promise<{ id: string; facilityId: string }[]> {
	if (moved.length === 0) return []
	const given = JSON.stringify(moved.map(({ id, knownFrom }) => ({ id, at: knownFrom.toISOString() })))
	return tx.execute<{ id: string; facilityId: string }>(sql`
		with given as materialized (
			select id, max(at) as at from jsonb_to_recordset(${given}::text::jsonb) as g(id uuid, at timestamptz) group by id),
		locked as materialized (
			select p.id from prisoner p join given g on g.id = p.id
			where p.known_from is null or p.known_from < g.at order by p.id for no key update of p)
		update prisoner p set known_from = g.at from given g
		where p.id = g.id and p.id in (select id from locked) and (p.known_from is null or p.known_from < g.at)
		returning p.id, p.facility_id as "facilityId"`)
}
