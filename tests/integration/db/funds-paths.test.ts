import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { searchTopUps, selectPaidSince } from '#db/queries/funds/console.ts'
import { selectLedgerFaults } from '#db/queries/funds/ledger.ts'
import { selectEntriesFor } from '#db/queries/funds/top-up-details.ts'
import { addFacility, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { countRows, type RowsRead } from '#tests/support/rows-read.ts'

// The books only grow. What an officer looks up in them must not grow with them, and what adds up all of them reads each row a
// few times, and not once for each other row. Counted in rows, not in time.

const prisoners = 100
const payments = 1_500
const calls = 1_500
const last = '2026-11-25T12:00:00Z'

let database: TestDatabase
let reads: RowsRead
let owner: Db
let facilityId: string
beforeAll(async () => {
	database = await cloneDatabase()
	owner = connect(database.ownerUrl, { max: 1 })
	reads = countRows(database.appUrl)
	facilityId = await addFacility(owner, { slug: 'books' })
	const payerId = await addVisitor(owner, { givenName: 'Kari', familyName: 'Nordmann' })
	for (let n = 0; n < prisoners; n++) await addPrisoner(owner, { facilityId, number: `B-${n}` })
	await owner.execute(sql`
		with made as (insert into top_up (id, ref, payer_id, prisoner_id, facility_id, ore, state, started_at, checkout_until, paid_at,
				refund_by, credited_at)
			select gen_random_uuid(), 'T' || n, ${payerId}::uuid, p.id, ${facilityId}::uuid, 100, 'credited', at, at, at, at, at
			from generate_series(1, ${payments}) n, lateral (select ${last}::timestamptz - n * interval '1 hour' as at) paid,
				prisoner p where p.number = 'B-' || n % ${prisoners}
			returning id, prisoner_id, paid_at),
		causes as (select 'paid' as kind, id as cause_id, prisoner_id, paid_at as at, 100 as ore, 'stripe-clearing' as account from made
			union all select 'usage', gen_random_uuid(), p.id, ${last}::timestamptz, -1, 'phone-usage'
			from generate_series(1, ${calls}) n, prisoner p where p.number = 'B-' || n % ${prisoners}),
		named as materialized (select gen_random_uuid() as id, c.*, 'prisoner:' || p.number as owner
			from causes c join prisoner p on p.id = c.prisoner_id),
		written as (insert into ledger_transaction (id, kind, cause_id, prisoner_id, at)
			select id, kind, cause_id, prisoner_id, at from named)
		insert into ledger_entry (transaction_id, account, ore) select id, owner, ore from named
			union all select id, account, -ore from named`)
	await owner.execute(sql`analyze`)
})
afterAll(async () => {
	await Promise.all([reads?.end(), disconnect(owner)])
	await database.drop()
})

it('the whole books are added up by reading each row a few times', async () => {
	expect(await selectLedgerFaults(owner)).toEqual([])
	const adding = (db: Db) => selectLedgerFaults(db)
	for (const table of ['ledger_transaction', 'ledger_entry']) {
		const rows = await reads.of(table, adding)
		expect(rows, table).toBeGreaterThan(payments + calls)
		expect(rows, table).toBeLessThanOrEqual(6 * (payments + calls))
	}
})

it('what is booked for one payment is found by it', async () => {
	const [one] = await reads.client<{ id: string }[]>`select id from top_up where ref = 'T7'`
	const read = async (db: Db) => expect(await selectEntriesFor(db, one?.id ?? '')).toHaveLength(2)
	expect(await reads.of('ledger_transaction', read)).toBe(1)
	expect(await reads.of('ledger_entry', read)).toBe(2)
})

it('the latest payments are found by when they were started, and those of the last days by when they were paid', async () => {
	const all = { text: '', payer: null, state: null, ore: null, from: null, until: null, held: false, after: null }
	const page = async (db: Db) => expect(await searchTopUps(db, { ...all, facilityId, limit: 51 })).toHaveLength(51)
	expect(await reads.of('top_up', page)).toBeLessThanOrEqual(52)
	const later = async (db: Db) => expect(await selectPaidSince(db, facilityId, new Date(last))).toEqual([])
	expect(await reads.of('top_up', later)).toBe(0)
})
