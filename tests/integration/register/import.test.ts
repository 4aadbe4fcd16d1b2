import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#app/services/context.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { UnreadableFile } from '#app/services/register/read-file.server.ts'
import { audit, prisoner } from '#db/schema/index.ts'
import { addFacility, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import {
	addBooking,
	addSession,
	asOfficer,
	clock,
	endings,
	messagesAbout,
	noon,
	openCauses,
} from '#tests/support/rows.ts'
import { csv, everything, importFile } from './files.ts'

const { db, owner: seed } = await openDatabase()
let hal: string
let bjo: string
let ctx: Ctx
beforeAll(async () => {
	hal = await addFacility(seed, { slug: 'hal' })
	bjo = await addFacility(seed, { slug: 'bjo' })
	ctx = { db, now: clock, actor: { kind: 'system' }, requestId: null }
})

async function known(number: string) {
	const [row] = await db.select().from(prisoner).where(eq(prisoner.number, number))
	return row
}

/** A prisoner as the register's ordinary row has them, with a visit in three days. */
async function booked(number: string, given: { knownFrom?: Date } = {}) {
	const prisonerId = await addPrisoner(seed, {
		...{ number, facilityId: hal, givenName: 'Åse', familyName: 'Prøve', born: '1988-04-02', language: 'nb', ...given },
	})
	const visitorId = await addVisitor(seed, { givenName: 'Kari', familyName: 'Nordmann' })
	await addPermit(seed, { visitorId, prisonerId, relationship: 'partner' })
	const sessionId = await addSession(seed, { facilityId: hal, startsAt: noon(3), units: ['A'] })
	const bookingId = await addBooking(seed, { prisonerId, party: [visitorId], sessionId })
	return { prisonerId, visitorId, bookingId }
}

async function actionsOn(id: string) {
	const rows = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id)
	return rows.map((row) => row.action)
}

describe('a new prisoner', () => {
	it('is added as the register has them, with an audit row', async () => {
		expect(await importFile(ctx, csv({ number: 'new-1', language: 'pl' }))).toMatchObject({ added: 1, problems: [] })
		const row = await known('NEW-1')
		expect(row).toMatchObject({
			...{ givenName: 'Åse', familyName: 'Prøve', foldedName: 'ase prove', born: '1988-04-02' },
			...{ facilityId: hal, unit: 'A', custody: 'in', language: 'pl' },
			knownFrom: new Date('2026-11-20T08:00:00+01:00'),
		})
		expect(await actionsOn(row?.id ?? '')).toEqual(['prisoner.add'])
	})

	it('named twice in one file is added by the first line and changed by the later word', async () => {
		const file = csv({ number: 'NEW-2' }, { number: 'NEW-2', unit: 'B', valid_from: '2026-11-21' })
		expect(await importFile(ctx, file)).toMatchObject({ added: 1, changed: 1, problems: [] })
		expect(await known('NEW-2')).toMatchObject({ unit: 'B' })
	})
})

describe('a row that tells of something else', () => {
	it('brings the visits under review by the same use case as an officer, and tells the family once', async () => {
		const { prisonerId, bookingId, visitorId } = await booked('EV-1')
		const moved = csv({ number: 'EV-1', facility: 'bjo', custody: 'out', legal_status: 'remand' })
		expect(await importFile(ctx, moved)).toMatchObject({ changed: 1 })
		expect(await known('EV-1')).toMatchObject({ facilityId: bjo, custody: 'out', legalStatus: 'remand' })
		expect(await openCauses(db, bookingId)).toContain('prisoner-transferred')
		expect(await messagesAbout(db, bookingId)).toEqual([`booking-under-review ${visitorId}`])
		expect(await actionsOn(prisonerId)).toEqual(['prisoner.custody', 'prisoner.change', 'prisoner.transfer'])
	})

	it('closes the reviews whose cause it takes away', async () => {
		const { bookingId } = await booked('EV-2')
		await importFile(ctx, csv({ number: 'EV-2', custody: 'out', valid_from: '2026-11-20' }))
		expect(await openCauses(db, bookingId)).toEqual(['custody-out'])
		await importFile(ctx, csv({ number: 'EV-2', valid_from: '2026-11-22' }))
		expect(await endings(db, bookingId)).toEqual(['custody-out cause-gone'])
	})

	it('releases by a row, and leaves alone whom the file does not name', async () => {
		const { prisonerId } = await booked('EV-3')
		await booked('EV-4')
		await importFile(ctx, csv({ number: 'EV-3', custody: 'released' }))
		expect(await actionsOn(prisonerId)).toEqual(['prisoner.release'])
		expect(await known('EV-3')).toMatchObject({ custody: 'released' })
		expect(await known('EV-4')).toMatchObject({ custody: 'in', knownFrom: null })
	})

	it('corrects a name, by which applications find it', async () => {
		const { prisonerId } = await booked('EV-5')
		await importFile(ctx, csv({ number: 'EV-5', family_name: 'Ødegård', birth_date: '03.04.1988' }))
		expect(await known('EV-5')).toMatchObject({ familyName: 'Ødegård', foldedName: 'ase odegard', born: '1988-04-03' })
		expect(await actionsOn(prisonerId)).toEqual(['prisoner.correct'])
	})
})

describe('what is known already', () => {
	it('is not written again: the same file a second time changes no row of any table', async () => {
		await booked('AG-1')
		const file = csv(
			{ number: 'AG-1', unit: 'B' },
			{ number: 'AG-2' },
			{ number: 'AG-2', custody: 'out', valid_from: '2026-11-21' },
			{ number: 'AG-3', unit: 'nowhere' },
			{ number: 'AG-4' },
			{ number: 'AG-4', valid_from: '2026-11-22' },
		)
		await importFile(ctx, file)
		const before = await everything(seed)
		const again = await importFile({ ...ctx, now: noon(1) }, file)
		expect(await everything(seed)).toBe(before)
		expect(again).toMatchObject({ added: 0, changed: 0 })
	})

	it('is confirmed for a later instant, so that an older word that comes late is not believed', async () => {
		await booked('CO-1')
		await importFile(ctx, csv({ number: 'CO-1', valid_from: '2026-11-22' }))
		const late = await importFile(ctx, csv({ number: 'CO-1', unit: 'B', valid_from: '2026-11-21' }))
		expect(late).toMatchObject({ changed: 0, problems: ['2 valid_from older'] })
		expect(await known('CO-1')).toMatchObject({ unit: 'A' })
	})

	it('from an officer stands against an older row, and yields to a later one', async () => {
		const { prisonerId } = await booked('HA-1')
		const officer = asOfficer(db, { officerId: prisonerId, facilityId: hal })
		await setCustody(officer, { prisoner: { id: prisonerId }, custody: 'out' })
		const older = await importFile(ctx, csv({ number: 'HA-1' }))
		expect(older.problems).toEqual(['2 valid_from older'])
		expect(await known('HA-1')).toMatchObject({ custody: 'out', knownFrom: clock })
		const later = { ...ctx, now: noon(1) }
		await importFile(later, csv({ number: 'HA-1', valid_from: '2026-11-24T08:00' }))
		expect(await known('HA-1')).toMatchObject({ custody: 'in' })
	})

	it('is not contradicted for the very same instant', async () => {
		await importFile(ctx, csv({ number: 'SA-1' }))
		const other = await importFile(ctx, csv({ number: 'SA-1', unit: 'B' }))
		expect(other.problems).toEqual(['2 valid_from same-time'])
	})

	it('stays as it is until a row holds: one from the future is left out', async () => {
		await booked('FU-1')
		const file = csv({ number: 'FU-1', unit: 'B', valid_from: '2026-11-23T09:00:01+01:00' })
		expect((await importFile(ctx, file)).problems).toEqual(['2 valid_from not-yet'])
		expect(await importFile({ ...ctx, now: noon(0) }, file)).toMatchObject({ changed: 1 })
	})
})

describe('the sender of one facility', () => {
	it('speaks of those who are there, and sends them away, but fetches nobody', async () => {
		await booked('RE-1')
		const fetched = await importFile(ctx, csv({ number: 'RE-1', facility: 'bjo' }), bjo)
		expect(fetched.problems).toEqual(['2 facility other-facility'])
		const away = csv({ number: 'RE-1', facility: 'bjo' })
		expect(await importFile(ctx, away, hal)).toMatchObject({ changed: 1 })
		expect(await importFile(ctx, away, hal)).toMatchObject({ changed: 0, unchanged: 1, problems: [] })
	})

	it('adds nobody elsewhere, and changes nobody elsewhere', async () => {
		const added = await importFile(ctx, csv({ number: 'RE-2', facility: 'bjo' }), hal)
		expect(added).toMatchObject({ added: 0, problems: ['2 facility other-facility'] })
		await addPrisoner(seed, { number: 'RE-3', facilityId: bjo })
		expect((await importFile(ctx, csv({ number: 'RE-3' }), hal)).problems).toEqual(['2 facility other-facility'])
	})

	it('as an officer needs the role there', async () => {
		const officer = asOfficer(db, { officerId: hal, facilityId: hal }, clock, [{ role: 'finance', facilityId: hal }])
		await expect(importFile(officer, csv({ number: 'RO-1' }), hal)).rejects.toMatchObject({ code: 'not-allowed' })
	})
})

describe('a file that is not as it should be', () => {
	const refused = async (file: string | Buffer) => {
		const error: unknown = await importFile(ctx, file).catch((thrown: unknown) => thrown)
		return error instanceof UnreadableFile ? `${error.problem} ${error.columns.join(',')}`.trim() : error
	}

	it('is refused as a whole where its first line does not name the columns', async () => {
		expect(await refused('')).toBe('empty')
		expect(await refused('\n\n')).toBe('empty')
		expect(await refused(csv().replace('unit;', ''))).toBe('columns-missing unit')
		expect(await refused(csv().replace('unit', 'unit;unit'))).toBe('columns-repeated unit')
		expect(await refused(`${csv()};=cmd`)).toBe('columns-unknown ?cmd')
		expect(await refused(Buffer.from(csv({}), 'utf16le'))).toBe('not-text')
		expect(await refused('a'.repeat(20_000))).toBe('not-text')
	})

	it('keeps its good lines around every bad one', async () => {
		const [head, good] = csv({ number: 'OK-1' }).split('\n')
		const lines = [
			head,
			csv({ number: 'LA-1', family_name: 'Hå' }).split('\n')[1],
			'"unclosed;quote',
			`${good};more`,
			'x'.repeat(100_000),
			'',
			good,
			csv({ number: 'FO-1', given_name: '=1+1' }).split('\n')[1],
			csv({ number: 'NU-1', given_name: 'A\0' }).split('\n')[1],
		]
		const whole = Buffer.from(lines.join('\r\n'))
		// One byte of the å away.
		const at = whole.indexOf('å')
		const spoilt = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])
		expect(await importFile(ctx, spoilt)).toMatchObject({
			added: 1,
			problems: [
				'2  encoding',
				'3  quotes',
				'4  cell-count',
				'5  line-too-long',
				'8 given_name not-a-name',
				'9  encoding',
			],
		})
	})

	it('is read with commas and a byte order mark as well', async () => {
		const file = `\uFEFF${csv({ number: 'CM-1', family_name: '"Prøve"' })}`.replaceAll(';', ',')
		expect(await importFile(ctx, file)).toMatchObject({ added: 1, problems: [] })
	})
})
