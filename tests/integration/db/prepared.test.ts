import { inArray, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId } from '#db/ids.ts'
import { facility } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'

const { db } = await openDatabase({ max: 1 })

/** Statements that the connection keeps, about facilities. */
async function kept(): Promise<number> {
	const [row] = await db.execute<{ kept: number }>(
		sql`select count(*)::int as kept from pg_prepared_statements where statement like '%from "facility"%'`,
	)
	return row?.kept ?? 0
}

const facilities = (count: number) =>
	db
		.select()
		.from(facility)
		.where(
			inArray(
				facility.id,
				Array.from({ length: count }, () => newId(new Date())),
			),
		)

describe('a statement', () => {
	it('is prepared once a connection, in a transaction as outside of one', async () => {
		await facilities(2)
		expect(await kept()).toBe(1)
		await facilities(2)
		await db.transaction((tx) =>
			tx
				.select()
				.from(facility)
				.where(inArray(facility.id, [newId(new Date()), newId(new Date())])),
		)
		expect(await kept()).toBe(1)
	})

	it('that is a long list is not kept', async () => {
		const before = await kept()
		await facilities(200)
		expect(await kept()).toBe(before)
	})
})
