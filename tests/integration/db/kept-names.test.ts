import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { foldedName } from '#app/domain/fold-name.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { visitor } from '#db/schema/index.ts'
import { addVisitor } from '#sandbox/seeds/rows.ts'
import { cloneDatabase } from '#tests/support/database.ts'

const { ownerUrl } = await cloneDatabase()
const db = connect(ownerUrl, { max: 1 })
afterAll(() => disconnect(db))

const migrated = async () => {
	const [whole = ''] = readFileSync('db/migrations/0028_names_contact_and_transfers.sql', 'utf8').split(
		'-- Where a prisoner',
	)
	await db.execute(sql.raw(whole))
}

test('names that were folded before fold as they do now', async () => {
	const name = { givenName: 'Áilu', familyName: 'Baŋŋŧa ʼAlī' }
	const id = await addVisitor(db, name)
	await db.update(visitor).set({ foldedName: 'ailu baŋŋŧaʼali' }).where(eq(visitor.id, id))
	await migrated()
	const [row] = await db.select().from(visitor).where(eq(visitor.id, id))
	expect(row?.foldedName).toBe(foldedName(name))
})

test.each([
	['91234567', '+4791234567'],
	['4791234567', '+4791234567'],
	['004791234567', '+4791234567'],
	['0046701234567', '+46701234567'],
	['+4791234567', '+4791234567'],
	['00000000', '00000000'],
	['12345678', '12345678'],
])('a number that was kept as %s is kept as %s', async (before, after) => {
	const id = await addVisitor(db, { givenName: 'Kari', familyName: 'Haugen' })
	await db.update(visitor).set({ phone: before }).where(eq(visitor.id, id))
	await migrated()
	const [row] = await db.select().from(visitor).where(eq(visitor.id, id))
	expect(row?.phone).toBe(after)
})
