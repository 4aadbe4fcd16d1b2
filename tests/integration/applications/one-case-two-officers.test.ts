import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { apply } from '#app/services/applications/apply.server.ts'
import { grantApplication } from '#app/services/applications/decide.server.ts'
import { linkPrisoner, unlinkPrisoner } from '#app/services/applications/link-prisoner.server.ts'
import { myApplication } from '#app/services/applications/mine.server.ts'
import { previewLink } from '#app/services/applications/preview-link.server.ts'
import { applicationCase, applicationQueue } from '#app/services/applications/queue.server.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { audit, permit } from '#db/schema/index.ts'
import { addOfficer, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addPrison, asOfficer, asVisitor, clock, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 8 })

let prison: Prison
let number: string
beforeEach(async () => {
	prison = await addPrison(seed)
	number = `F-${randomUUID().slice(0, 8).toUpperCase()}`
})

const later = (minutes: number) => new Date(clock.getTime() + minutes * 60_000)

async function officerNamed(name: string, minutes = 0) {
	const officerId = await addOfficer(seed, { name, issuer: 'staff', subject: randomUUID(), roles: [] })
	return asOfficer(db, { officerId, facilityId: prison.facilityId }, later(minutes))
}

async function applied(typed: { number: string; name: string }) {
	const { ref } = await apply(asVisitor(db, prison.visitorId), {
		visitorId: prison.visitorId,
		...typed,
		relationship: 'friend',
	})
	return ref
}

const addEirik = (changes: Partial<Parameters<typeof addPrisoner>[1]> = {}) =>
	addPrisoner(seed, { facilityId: prison.facilityId, number, givenName: 'Eirik', familyName: 'Åsen', ...changes })

/** What came before, or `saved`. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
	try {
		await work
		return 'saved'
	} catch (error) {
		if (!(error instanceof ServiceError && error.conflict)) throw error
		const { by, what, at } = error.conflict
		return `${by?.kind === 'officer' ? by.name : by?.kind} ${what} ${at?.toISOString()}`
	}
}

async function checksOf(ref: string, ctx: Awaited<ReturnType<typeof officerNamed>>) {
	const { checks } = await applicationCase(ctx, ref)
	return Object.fromEntries(checks.map(({ kind, outcome }) => [kind, outcome]))
}

describe('a check', () => {
	let ref: string
	beforeEach(async () => {
		await addEirik()
		ref = await applied({ number, name: 'Eirik Aasen' })
	})
	const seenBy = async (ctx: Awaited<ReturnType<typeof officerNamed>>, kind: CheckKind) =>
		(await applicationCase(ctx, ref)).checks.find((check) => check.kind === kind)?.seen ?? ''
	const set = (
		ctx: Awaited<ReturnType<typeof officerNamed>>,
		check: CheckKind,
		outcome: Exclude<CheckOutcome, 'open'>,
		seen: string,
	) => outcomeOf(setCheck(ctx, { application: { ref }, check, outcome, seen }))

	it('that somebody else set after the page was shown is not overwritten, and the page learns by whom', async () => {
		const [berit, siri] = [await officerNamed('Berit', 1), await officerNamed('Siri', 2)]
		const seen = await seenBy(siri, 'identity')
		expect(await set(berit, 'identity', 'stop', seen)).toBe('saved')
		expect(await set(siri, 'identity', 'clear', seen)).toBe(`Berit application-check-set ${later(1).toISOString()}`)
		expect(await checksOf(ref, siri)).toMatchObject({ identity: 'stop' })
		// Seen as it is now, it may be changed.
		expect(await set(siri, 'identity', 'clear', await seenBy(siri, 'identity'))).toBe('saved')
		expect(await checksOf(ref, siri)).toMatchObject({ identity: 'clear' })
	})

	it('pressed twice by one officer is set once, and not by a second one with another answer', async () => {
		const siri = await officerNamed('Siri', 2)
		const seen = await seenBy(siri, 'identity')
		expect(await set(siri, 'identity', 'stop', seen)).toBe('saved')
		expect(await set(siri, 'identity', 'stop', seen)).toBe('saved')
		expect(await set(siri, 'identity', 'clear', seen)).toBe(`you application-check-set ${later(2).toISOString()}`)
		const rows = await seed.select().from(audit).where(eq(audit.action, 'application.check'))
		expect(
			rows.filter(({ actorId }) => siri.actor.kind === 'officer' && actorId === siri.actor.officerId),
		).toHaveLength(1)
	})

	it('does not stand in the way of another check set meanwhile', async () => {
		const [berit, siri] = [await officerNamed('Berit'), await officerNamed('Siri')]
		const [one, other] = [await seenBy(siri, 'identity'), await seenBy(siri, 'police-check')]
		expect(await Promise.all([set(berit, 'identity', 'clear', one), set(siri, 'police-check', 'stop', other)])).toEqual(
			['saved', 'saved'],
		)
		expect(await checksOf(ref, siri)).toMatchObject({ identity: 'clear', 'police-check': 'stop' })
	})
})

describe('a grant', () => {
	const clearAll = async (ref: string, ctx: Awaited<ReturnType<typeof officerNamed>>) => {
		for (const { kind } of (await applicationCase(ctx, ref)).checks)
			await setCheck(ctx, { application: { ref }, check: kind, outcome: 'clear' })
	}

	it('from a page that was shown before the application changed is not made', async () => {
		await addEirik()
		const ref = await applied({ number, name: 'Eirik Åsen' })
		const [berit, siri] = [await officerNamed('Berit', 5), await officerNamed('Siri', 6)]
		await clearAll(ref, berit)
		const { version } = (await applicationCase(siri, ref)).application
		await setCheck(berit, { application: { ref }, check: 'identity', outcome: 'limits' })
		await setCheck(berit, { application: { ref }, check: 'identity', outcome: 'clear' })
		const grant = (seen: number) => outcomeOf(grantApplication(siri, { application: { ref }, version: seen }))
		expect(await grant(version)).toBe(`Berit application-check-set ${later(5).toISOString()}`)
		expect(await grant(version + 2)).toBe('saved')
		expect(await grant(version + 2)).toBe('saved')
		expect(await outcomeOf(grantApplication(berit, { application: { ref } }))).toBe(
			`Siri application-decided ${later(6).toISOString()}`,
		)
	})

	it.each(['limits', 'stop'] as const)('over a check at %s is incomplete, and there is no permit', async (outcome) => {
		const prisonerId = await addEirik()
		const ref = await applied({ number, name: 'Eirik Åsen' })
		const berit = await officerNamed('Berit')
		await clearAll(ref, berit)
		await setCheck(berit, { application: { ref }, check: 'conflict-check', outcome })
		const shown = await applicationCase(berit, ref)
		expect(shown.actions).toEqual(['set-checks'])
		expect([shown.obstacle, shown.against.map(({ kind }) => kind)]).toEqual(['checks-against', ['conflict-check']])
		await expect(grantApplication(berit, { application: { ref } })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['rule', 'facts', 'second-officer'],
		})
		expect(await seed.select().from(permit).where(eq(permit.prisonerId, prisonerId))).toEqual([])
	})
})

describe('a match by hand', () => {
	it('shows who it is, and takes another name only when that is confirmed', async () => {
		await addEirik()
		const ref = await applied({ number: 'X-9728', name: 'Knut Årdal' })
		const berit = await officerNamed('Berit', 3)
		expect(await previewLink(berit, { ref, number: ` ${number.toLowerCase()} ` })).toEqual({
			number,
			name: 'Åsen, Eirik',
			born: '1985-01-01',
			unit: 'A',
			isTypedName: false,
		})
		const link = (nameConfirmed: boolean) => linkPrisoner(berit, { application: { ref }, number, nameConfirmed })
		expect(await link(false)).toEqual({ ok: false, code: 'name-differs' })
		expect((await applicationCase(berit, ref)).match).toBe('none')
		expect(await link(true)).toEqual({ ok: true })
		const shown = await applicationCase(berit, ref)
		expect([shown.match, shown.linkedBy, shown.actions.includes('unlink')]).toEqual(['linked', 'Berit', true])
		// Again changes nothing.
		expect(await link(true)).toEqual({ ok: true })
		expect((await applicationCase(berit, ref)).application.version).toBe(shown.application.version)
	})

	it('takes another spelling of the name without asking', async () => {
		await addEirik()
		const ref = await applied({ number: 'X-9728', name: 'Aasen Eirik' })
		const berit = await officerNamed('Berit')
		expect(await previewLink(berit, { ref, number })).toMatchObject({ isTypedName: true })
		expect(await linkPrisoner(berit, { application: { ref }, number, nameConfirmed: false })).toEqual({ ok: true })
	})

	it('finds nobody by a wrong number, nor in another prison', async () => {
		const elsewhere = await addPrison(seed)
		await addEirik({ facilityId: elsewhere.facilityId })
		const ref = await applied({ number: 'X-9728', name: 'Eirik Åsen' })
		const berit = await officerNamed('Berit')
		for (const wrong of [number, 'F-0000', '—']) {
			expect(await previewLink(berit, { ref, number: wrong })).toBeNull()
			const linked = await linkPrisoner(berit, { application: { ref }, number: wrong, nameConfirmed: true })
			expect(linked).toEqual({ ok: false, code: 'no-such-prisoner' })
		}
	})

	it('can be undone until the decision: what was about the prisoner is open again, and the applicant learns nothing', async () => {
		await addEirik({ securityLevel: 'special-high' })
		const ref = await applied({ number: 'X-9728', name: 'Knut Årdal' })
		const [berit, siri] = [await officerNamed('Berit', 3), await officerNamed('Siri', 4)]
		const before = await myApplication(asVisitor(db, prison.visitorId), ref)
		await linkPrisoner(berit, { application: { ref }, number, nameConfirmed: true })
		for (const { kind } of (await applicationCase(berit, ref)).checks)
			await setCheck(berit, { application: { ref }, check: kind, outcome: 'clear' })
		const old = (await applicationCase(siri, ref)).application
		expect(old.state).toBe('ready')
		expect(await myApplication(asVisitor(db, prison.visitorId), ref)).toEqual(before)

		const unlink = (version: number) => outcomeOf(unlinkPrisoner(siri, { application: { ref }, version }))
		expect(await unlink(old.version - 1)).toBe(`Berit application-check-set ${later(3).toISOString()}`)
		expect(await unlink(old.version)).toBe('saved')
		expect(await unlink(old.version)).toBe('saved')
		const shown = await applicationCase(siri, ref)
		expect([shown.application.state, shown.match]).toEqual(['received', 'none'])
		expect(await checksOf(ref, siri)).toEqual({
			identity: 'clear',
			'prisoner-consent': 'open',
			'police-check': 'open',
			'conflict-check': 'open',
		})
		expect(await myApplication(asVisitor(db, prison.visitorId), ref)).toEqual(before)
		const acts = await seed
			.select()
			.from(audit)
			.where(and(eq(audit.subjectId, old.id), eq(audit.action, 'application.unlink')))
		expect(acts).toHaveLength(1)
		// Who still has the old page decides nothing about the prisoner who was on it.
		expect(await outcomeOf(grantApplication(berit, { application: { ref }, version: old.version }))).toBe(
			`Siri application-unlinked ${later(4).toISOString()}`,
		)
	})

	it('keeps the police check between prisoners of ordinary levels, and is refused once decided', async () => {
		await addEirik()
		const ref = await applied({ number: 'X-9728', name: 'Knut Årdal' })
		const berit = await officerNamed('Berit')
		await linkPrisoner(berit, { application: { ref }, number, nameConfirmed: true })
		for (const { kind } of (await applicationCase(berit, ref)).checks)
			await setCheck(berit, { application: { ref }, check: kind, outcome: 'clear' })
		await unlinkPrisoner(berit, { application: { ref } })
		expect(await checksOf(ref, berit)).toMatchObject({ 'police-check': 'clear', 'prisoner-consent': 'open' })
		await linkPrisoner(berit, { application: { ref }, number, nameConfirmed: true })
		for (const check of ['prisoner-consent', 'conflict-check'] as const)
			await setCheck(berit, { application: { ref }, check, outcome: 'clear' })
		await grantApplication(berit, { application: { ref } })
		await expect(unlinkPrisoner(berit, { application: { ref } })).rejects.toMatchObject({ code: 'wrong-state' })
		expect((await applicationCase(berit, ref)).actions).not.toContain('unlink')
	})
})

it("a child's case and its line name the guardian who applied", async () => {
	await addEirik()
	const childId = await addVisitor(seed, {
		givenName: 'Jakob',
		familyName: 'Haugen',
		born: '2015-01-01',
		guardians: [prison.visitorId],
	})
	const { ref } = await apply(asVisitor(db, prison.visitorId), {
		visitorId: childId,
		number,
		name: 'Eirik Åsen',
		relationship: 'child',
	})
	const berit = await officerNamed('Berit')
	const guardian = { id: prison.visitorId, givenName: 'Kari', familyName: 'Nordmann' }
	expect((await applicationCase(berit, ref)).applicant).toMatchObject(guardian)
	expect((await applicationQueue(berit)).find(({ application }) => application.ref === ref)?.applicant).toMatchObject(
		guardian,
	)
})
