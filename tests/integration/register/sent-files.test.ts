import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { registerImports } from '#app/jobs/register-imports.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import type { Ctx } from '#app/services/context.ts'
import {
	createFacilityKey,
	facilityKeyOf,
	facilityKeys,
	revokeFacilityKey,
	rotateFacilityKey,
} from '#app/services/register/facility-key.server.ts'
import { allProblems, importReport } from '#app/services/register/imports.server.ts'
import { receiveFile } from '#app/services/register/receive-file.server.ts'
import { audit, facilityKey, officerRole, prisoner, registerImport, registerImportPart } from '#db/schema/index.ts'
import { addFacility, addOfficer, addPrisoner } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { asOfficer, asVisitor, clock } from '#tests/support/rows.ts'
import { bytesOf, csv, everything } from './files.ts'

const { db, owner: seed } = await openDatabase()
let hal: string
let system: Ctx
beforeAll(async () => {
	hal = await addFacility(seed, { slug: 'hal' })
	await addFacility(seed, { slug: 'bjo' })
	system = { db, now: clock, actor: { kind: 'system' }, requestId: null }
})

async function machine() {
	const key = await createFacilityKey(system, { facility: 'hal', name: 'Nightly' })
	const row = await facilityKeyOf(db, key.token)
	const ctx: Ctx = { ...system, actor: { kind: 'system', keyId: row?.id ?? '' } }
	return { ...key, id: row?.id ?? '', ctx }
}

async function officer() {
	const officerId = await addOfficer(seed, {
		...{ name: 'Nora', issuer: 'staff', subject: crypto.randomUUID() },
		roles: [{ role: 'visit-officer', facilityId: hal }],
	})
	return asOfficer(db, { officerId, facilityId: hal }, clock, [{ role: 'visit-officer', facilityId: hal }])
}

const send = (ctx: Ctx, file: string, idempotencyKey: string | null = null) =>
	receiveFile(ctx, { facilityId: hal, idempotencyKey, bytes: bytesOf(file)(0) })

const work = (now = clock) => runDue(db, now, { work: [registerImports] })

describe('a key', () => {
	it('is known by its token alone, until it is rotated or revoked', async () => {
		const { ref, token, id } = await machine()
		expect(await facilityKeyOf(db, token)).toMatchObject({ id, facilityId: hal })
		for (const wrong of [
			'',
			ref,
			`${token}x`,
			token.slice(0, -1),
			`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
		])
			expect(await facilityKeyOf(db, wrong)).toBeNull()
		const next = await rotateFacilityKey(system, ref)
		expect(await facilityKeyOf(db, token)).toBeNull()
		expect(await facilityKeyOf(db, next.token)).toMatchObject({ id })
		await revokeFacilityKey(system, ref)
		expect(await facilityKeyOf(db, next.token)).toBeNull()
		await expect(rotateFacilityKey(system, ref)).rejects.toMatchObject({ code: 'not-found' })
		const trace = await db.select().from(audit).where(eq(audit.subjectId, id)).orderBy(audit.id)
		expect(trace.map(({ action }) => action)).toEqual([
			'facility-key.make',
			'facility-key.rotate',
			'facility-key.revoke',
		])
	})

	it('is kept as a hash, and shown only once', async () => {
		const { token, id } = await machine()
		const [row] = await db.select().from(facilityKey).where(eq(facilityKey.id, id))
		const secret = token.split('_').slice(2).join('_')
		expect(row?.secretHash.toString('latin1')).not.toContain(secret)
		expect(JSON.stringify(await facilityKeys(system, 'hal'))).not.toContain('secretHash')
	})

	it('is made by nobody but the keeper', async () => {
		const { ctx } = await machine()
		for (const other of [ctx, await officer(), asVisitor(db, hal)])
			await expect(createFacilityKey(other, { facility: 'hal', name: 'Own' })).rejects.toMatchObject({
				code: 'not-allowed',
			})
	})
})

describe('a file that a machine sends', () => {
	it('is carried out by the worker, under the key, and forgotten but for its report', async () => {
		const { ctx, id } = await machine()
		const { ref } = await send(ctx, csv({ number: 'MA-1' }, { number: 'MA-2', facility: 'bjo' }, { number: '' }), 'a')
		expect(await importReport(ctx, hal, ref)).toMatchObject({ state: 'waiting', percent: 0 })
		await work()
		expect(await importReport(ctx, hal, ref)).toMatchObject({
			...{ state: 'done', percent: 100, lines: 3, added: 1, bad: 2 },
			problems: [
				{ line: 3, column: 'facility', reason: 'other-facility' },
				{ line: 4, column: 'number', reason: 'missing' },
			],
		})
		const [added] = await db.select().from(prisoner).where(eq(prisoner.number, 'MA-1'))
		const [row] = await db
			.select()
			.from(audit)
			.where(eq(audit.subjectId, added?.id ?? ''))
		expect(row).toMatchObject({ action: 'prisoner.add', actorKind: 'system', actorId: id })
		expect(await db.select().from(registerImportPart)).toEqual([])
	})

	it('is one import however often it is sent under its key, and no other file is taken under it', async () => {
		const { ctx } = await machine()
		const first = await send(ctx, csv({ number: 'ID-1' }), 'night-1')
		expect(await send(ctx, csv({ number: 'ID-1' }), 'night-1')).toEqual({ ref: first.ref, again: true })
		await work()
		const before = await everything(seed)
		expect(await send(ctx, csv({ number: 'ID-1' }), 'night-1')).toEqual({ ref: first.ref, again: true })
		await work()
		await expect(send(ctx, csv({ number: 'ID-2' }), 'night-1')).rejects.toMatchObject({ code: 'wrong-state' })
		expect(await everything(seed)).toBe(before)
		expect((await send((await machine()).ctx, csv({ number: 'ID-1' }), 'night-1')).again).toBe(false)
	})

	it('is nothing when it breaks off on its way, and may be sent again', async () => {
		const { ctx } = await machine()
		async function* broken() {
			yield Buffer.from(csv({ number: 'BR-1' }))
			throw new Error('gone')
		}
		const half = receiveFile(ctx, { facilityId: hal, idempotencyKey: 'x', bytes: broken() })
		await expect(half).rejects.toThrow('gone')
		await expect(send(ctx, '', 'x')).rejects.toMatchObject({ code: 'incomplete' })
		expect(await send(ctx, csv({ number: 'BR-1' }), 'x')).toMatchObject({ again: false })
	})

	it('is not carried out once its key is revoked', async () => {
		const { ctx, ref: key } = await machine()
		await work()
		const { ref } = await send(ctx, csv({ number: 'RV-1' }), 'r')
		await revokeFacilityKey(system, key)
		await work()
		expect(await importReport(ctx, hal, ref)).toMatchObject({ state: 'refused', refusedFor: 'not-allowed', added: 0 })
		expect(await db.select().from(prisoner).where(eq(prisoner.number, 'RV-1'))).toEqual([])
	})

	it('is refused where its first line is wrong, with the columns', async () => {
		const { ctx } = await machine()
		const { ref } = await send(ctx, csv({}).replace('unit', 'ward'), 'h')
		await work()
		expect(await importReport(ctx, hal, ref)).toMatchObject({ refusedFor: 'columns-missing', refusedColumns: ['unit'] })
	})
})

describe('a file that an officer sends', () => {
	it('is carried out as the officer, as long as they may', async () => {
		const ctx = await officer()
		const { ref } = await send(ctx, csv({ number: 'OF-1' }))
		await work()
		expect(await importReport(ctx, hal, ref)).toMatchObject({ state: 'done', added: 1 })
		const late = await send(ctx, csv({ number: 'OF-2' }))
		await seed
			.delete(officerRole)
			.where(eq(officerRole.officerId, ctx.actor.kind === 'officer' ? ctx.actor.officerId : ''))
		await work()
		expect(await importReport(ctx, hal, late.ref)).toMatchObject({ state: 'refused', refusedFor: 'not-allowed' })
	})

	it('goes on in batches from where it was, also after a worker died with it', async () => {
		const ctx = await officer()
		await addPrisoner(seed, { number: 'LONG-0', facilityId: hal })
		const rows = Array.from({ length: 1200 }, (_, n) => ({ number: n === 700 ? 'bad/number' : `LONG-${n}` }))
		const { ref } = await send(ctx, csv(...rows))
		await registerImports.run(db, clock)
		const half = await importReport(ctx, hal, ref)
		expect(half).toMatchObject({ state: 'waiting', lines: 500, added: 499, changed: 1 })
		expect(half.percent).toBeGreaterThan(35)
		// Another worker has it, and dies.
		await seed.update(registerImport).set({ leaseUntil: new Date(clock.getTime() + 120_000) })
		expect(await registerImports.run(db, clock)).toBe(0)
		await work(new Date(clock.getTime() + 120_000))
		const whole = await importReport(ctx, hal, ref)
		expect(whole).toMatchObject({ state: 'done', lines: 1200, added: 1198, changed: 1, bad: 1 })
		expect(whole.problems).toEqual([{ line: 702, column: 'number', reason: 'not-a-number' }])
	})

	it('is seen in its own facility only, and not without the role', async () => {
		const ctx = await officer()
		const { ref } = await send(ctx, csv({ number: 'SE-1', unit: 'X' }))
		await work()
		const all = []
		for await (const some of allProblems(ctx, hal, ref)) all.push(...some)
		expect(all).toEqual([{ line: 2, column: 'unit', reason: 'unknown-unit' }])
		const other = await addFacility(seed, { slug: 'other' })
		const there = asOfficer(db, { officerId: hal, facilityId: other })
		await expect(importReport(there, other, ref)).rejects.toMatchObject({ code: 'not-found' })
		const finance = asOfficer(db, { officerId: hal, facilityId: hal }, clock, [{ role: 'finance', facilityId: hal }])
		await expect(importReport(finance, hal, ref)).rejects.toMatchObject({ code: 'not-allowed' })
		await expect(send(finance, csv({}))).rejects.toMatchObject({ code: 'not-allowed' })
	})
})
