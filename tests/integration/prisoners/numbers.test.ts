import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apply } from '#app/services/applications/apply.server.ts'
import { matchOf } from '#app/services/applications/case.server.ts'
import { previewLink } from '#app/services/applications/preview-link.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { takeCalls } from '#app/services/funds/phone-credit/take-calls.server.ts'
import { findPeople } from '#app/services/search/find-people.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import { application, phoneCall, prisoner } from '#db/schema/index.ts'
import { addFacility, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { writings } from '#tests/support/number-writings.ts'
import { asOfficer, asVisitor, clock } from '#tests/support/rows.ts'
import { csv, importFile } from '../register/files.ts'

let database: TestDatabase
let db: Db
let seed: Db
let system: Ctx
let officer: Ctx
let visitorId: string
const person = { givenName: 'Åse', familyName: 'Prøve', born: '1988-04-02', language: 'nb' }
beforeAll(async () => {
	database = await cloneDatabase()
	db = connect(database.appUrl, { max: 6 })
	seed = connect(database.ownerUrl, { max: 2 })
	const hal = await addFacility(seed, { slug: 'hal' })
	const knownFrom = new Date('2026-11-20T07:00Z')
	const id = await addPrisoner(seed, { number: 'E-2001', facilityId: hal, knownFrom, ...person })
	visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Nordmann' })
	system = { db, now: clock, actor: { kind: 'system' }, requestId: null }
	officer = asOfficer(db, { officerId: id, facilityId: hal }, clock, [{ role: 'screening-officer', facilityId: null }])
})
afterAll(async () => {
	await Promise.all([disconnect(db), disconnect(seed)])
	await database.drop()
})

describe.each(writings)('the number %j', (typed) => {
	it('in a register file is the same prisoner, who keeps the number that they have', async () => {
		const row = csv({ number: typed.replace('\t', ' ') })
		expect(await importFile(system, row)).toMatchObject({ added: 0, changed: 0, unchanged: 1, problems: [] })
		expect((await db.select().from(prisoner)).map(({ number }) => number)).toEqual(['E-2001'])
	})

	it('in a report of calls books the call', async () => {
		const endedAt = '2026-11-23T07:00:00+01:00'
		expect(await takeCalls(system, [{ id: 'n', prisoner: typed, minutes: 1, endedAt }])).toEqual([
			{ id: 'n', state: 'booked' },
		])
		await seed.delete(phoneCall)
	})

	it('in an application matches it, is one with the others, and stands in the queue', async () => {
		const input = { visitorId, number: typed, name: 'Åse Prøve', relationship: 'friend' } as const
		const { id } = await apply(asVisitor(db, visitorId), input)
		expect((await apply(asVisitor(db, visitorId), { ...input, number: 'E-2001' })).id).toBe(id)
		const found = await selectCase(db, { id })
		expect(found && matchOf(found)).toBe('matched')
		await seed.update(application).set({ state: 'withdrawn' })
	})

	it('in the field by which an officer links an application finds the prisoner', async () => {
		const input = { visitorId, number: 'X-1', name: 'Åse Prøve', relationship: 'friend' } as const
		const { ref } = await apply(asVisitor(db, visitorId), input)
		expect(await previewLink(officer, { ref, number: typed })).toMatchObject({ number: 'E-2001' })
	})

	it('in the search of an officer finds the prisoner', async () => {
		expect(await findPeople(officer, { typed, reason: 'enquiry' })).toMatchObject({ people: [{ number: 'E-2001' }] })
	})
})

describe('two writings of a number that nobody has', () => {
	it('in one file are one prisoner', async () => {
		const file = csv({ number: 'Q-1' }, { number: 'q1', valid_from: '2026-11-21' })
		expect(await importFile(system, file)).toMatchObject({ added: 1, unchanged: 1, problems: [] })
	})

	it('in several files at the same moment are one prisoner', async () => {
		const files = ['Q-2', 'q2', 'Q\u20132', 'Q--2'].map((number) => importFile(system, csv({ number })))
		const outcomes = await Promise.all(files)
		expect(outcomes.reduce((sum, { added }) => sum + added, 0)).toBe(1)
		expect(outcomes.flatMap(({ problems }) => problems)).toEqual([])
	})
})
