import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { selectPolicy } from '#db/queries/bookings/places.ts'
import { documentStatement, selectDocument } from '#db/queries/statement.ts'
import { facilityPolicy } from '#db/schema/index.ts'
import { addFacility } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'

const shape = z.strictObject({ unit: z.string() })
const now = new Date('2026-11-28T08:00:00Z')

let database: TestDatabase
let db: Db
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.ownerUrl, { max: 1 })
})
afterAll(async () => {
	await disconnect(db)
	await database.drop()
})

const unitOf = documentStatement<{ unit: string }, z.output<typeof shape>>(
	'unit_of',
	shape,
	(value) => sql`json_build_object('unit', ${value('unit')}::int)`,
)

it('refuses a document that is not of the shape beside its statement', async () => {
	await expect(unitOf(db, { unit: '7' })).rejects.toThrow('The document of unit_of is not of its shape: unit')
	await expect(selectDocument(db, 'units', shape, sql`json_build_object('units', '{}'::text[])`)).rejects.toThrow(
		'The document of units is not of its shape: unit',
	)
})

it('refuses a policy with a parameter that no policy has, whether it is written or read', async () => {
	const facilityId = await addFacility(db, { slug: 'hal', name: 'Halden' })
	const version = { id: newId(now), facilityId, validFrom: now }
	const wrong = { visitsPerWeek: 1, visitsPerWeeks: 2 }
	const write = async () => db.insert(facilityPolicy).values({ ...version, parameters: wrong })
	await expect(write()).rejects.toThrow('The document of parameters is not of its shape')
	await db.execute(sql`insert into facility_policy (id, facility_id, valid_from, parameters)
		values (${version.id}, ${facilityId}, ${now.toISOString()}, '{"visitsPerWeeks": 2}')`)
	await expect(selectPolicy(db, facilityId, now)).rejects.toThrow('The document of policy is not of its shape')
	await expect(db.select().from(facilityPolicy).execute()).rejects.toThrow('The document of parameters')
})
