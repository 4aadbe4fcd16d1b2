import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { apply } from '#app/services/applications/apply.server.ts'
import { myApplication } from '#app/services/applications/mine.server.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { approveDecision } from '#app/services/decisions/approve.server.ts'
import { type DecideInput, decide } from '#app/services/decisions/decide.server.ts'
import { hear } from '#app/services/decisions/hear.server.ts'
import { respond } from '#app/services/decisions/respond.server.ts'
import { changeContact } from '#app/services/identity/change-contact.server.ts'
import { audit, decision, decisionParty, guardianship, message } from '#db/schema/index.ts'
import { addOfficer, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addPrison, asOfficer, asVisitor, clock, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase({ max: 8 })

let prison: Prison
beforeEach(async () => {
	prison = await addPrison(seed)
})

async function officerNamed(name: string) {
	const officerId = await addOfficer(seed, { name, issuer: 'staff', subject: randomUUID(), roles: [] })
	return asOfficer(db, { officerId, facilityId: prison.facilityId }, clock)
}

const reasons: Omit<DecideInput, 'subject' | 'outcome'> = {
	rule: 'Straffegjennomføringsloven § 31',
	facts: 'Det ble funnet en kniv.\n\nDet skjedde i mai.',
	lesserControls: { watched: 'A', overheard: 'B', 'no-touch': 'C', glass: 'D' },
}

/** An application of Kari's that two officers have refused. */
async function refused(visitorId: string, applicantId = visitorId) {
	const number = `F-${randomUUID().slice(0, 8).toUpperCase()}`
	await addPrisoner(seed, { facilityId: prison.facilityId, number, givenName: 'Eirik Johan', familyName: 'Åsen' })
	const typed = { number, name: 'Eirik Aasen' }
	const { id, ref } = await apply(asVisitor(db, applicantId), { visitorId, ...typed, relationship: 'child' })
	const [berit, siri] = [await officerNamed('Berit Lund'), await officerNamed('Siri Moen')]
	const kinds = ['identity', 'prisoner-consent', 'police-check', 'guardian-consent', 'conflict-check'] as const
	for (const check of kinds) {
		const outcome = check === 'police-check' ? 'stop' : 'clear'
		await setCheck(berit, { application: { id }, check, outcome }).catch(() => null)
	}
	await hear(berit, { subject: { application: { id } }, omit: 'already-heard', reason: 'Snakket med.' })
	const children = { [visitorId]: 'Barnet trenger sin far.' }
	await decide(berit, { subject: { application: { id } }, outcome: 'refused', children, ...reasons })
	return { id, ref, decision: await approveDecision(siri, { decision: { application: { id } } }) }
}

const textOf = (letter: { sections: { heading: string; paragraphs: string[] }[] }) =>
	letter.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).join('\n')

describe('a letter', () => {
	it('says what, why, by whom, and until when one can appeal, and names the prisoner as was typed', async () => {
		const { ref } = await refused(prison.visitorId)
		const { letter } = await myApplication(asVisitor(db, prison.visitorId), ref)
		expect(letter?.letter.title).toBe('Søknaden er avslått')
		const text = textOf(letter?.letter ?? { sections: [] })
		for (const said of ['Eirik Aasen', '§ 31', 'en kniv', 'i mai', 'Berit Lund', 'Siri Moen', 'klage'])
			expect(text).toContain(said)
		expect(text).not.toContain('Johan')
		expect(letter?.appealUntil).toBe('2026-11-30')
		expect(text).toContain('30. november 2026')
	})

	it('of the prisoner is on paper, in words of its own and with no last day before it is handed over', async () => {
		const { decision } = await refused(prison.visitorId)
		const parties = await seed.select().from(decisionParty).where(eq(decisionParty.decisionId, decision.id))
		const own = parties.find(({ prisonerId }) => prisonerId !== null)
		expect(own).toMatchObject({ appealUntil: null, remindAt: null, letter: { title: 'Vedtak om kontakt med deg' } })
		expect(textOf(own?.letter ?? { sections: [] })).toContain('innen sju dager etter at du fikk brevet')
	})

	it('is opened by being read, once, and logged with who and when', async () => {
		const { ref, decision } = await refused(prison.visitorId)
		const reader = asVisitor(db, prison.visitorId)
		await myApplication(reader, ref)
		await myApplication(reader, ref)
		const opened = and(eq(audit.action, 'decision.open'), eq(audit.subjectId, decision.id))
		const rows = await seed.select().from(audit).where(opened)
		expect(rows.map(({ actorKind, actorId }) => [actorKind, actorId])).toEqual([['visitor', prison.visitorId]])
		const [party] = await seed.select().from(decisionParty).where(eq(decisionParty.visitorId, prison.visitorId))
		expect(party).toMatchObject({ openedAt: clock, remindAt: null })
	})

	it('stays as it was sent: the application may not change it', async () => {
		const { decision } = await refused(prison.visitorId)
		const other = { letter: { title: 'Another', sections: [] } }
		const change = db.update(decisionParty).set(other).where(eq(decisionParty.decisionId, decision.id)).execute()
		await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } })
	})

	it('is read by a child of fifteen and not by a stranger, though a guardian applied', async () => {
		const child = await addVisitor(seed, { born: '2011-05-01', givenName: 'Nils', familyName: 'Nordmann' })
		await seed.insert(guardianship).values({ childId: child, guardianId: prison.visitorId })
		const { ref } = await refused(child, prison.visitorId)
		expect((await myApplication(asVisitor(db, child), ref)).letter?.letter.title).toBe('Søknaden er avslått')
		expect((await myApplication(asVisitor(db, child), ref)).actions).toEqual([])
		const stranger = await addVisitor(seed, { givenName: 'Ola', familyName: 'Hansen' })
		await expect(myApplication(asVisitor(db, stranger), ref)).rejects.toMatchObject({ code: 'not-found' })
	})

	it('and the notice of a hearing are alerted to anew at a new address, where no application is behind them', async () => {
		const { visitorId, facilityId } = prison
		const [berit, siri] = [await officerNamed('Berit Lund'), await officerNamed('Siri Moen')]
		const subject = { visitor: { id: visitorId }, facilityId }
		const toThem = eq(message.toVisitorId, visitorId)
		const missed = { undelivered: 'refused' as const, deadAt: clock }
		const again = async (email: string) => {
			await seed.update(message).set(missed).where(toThem)
			const theirs = { ...asVisitor(db, visitorId), actor: { kind: 'visitor' as const, visitorId } }
			await changeContact(theirs, { email, phone: undefined, language: 'nb' })
			const rows = await seed.select().from(message).where(toThem)
			return rows.filter(({ deadAt }) => deadAt === null).map(({ kind }) => kind)
		}
		const hearing = await hear(berit, { subject, text: 'Det ble funnet en kniv.' })
		expect(await again('one@post.example')).toEqual(['hearing-notice'])
		await respond(asVisitor(db, visitorId), { hearing: { id: hearing.id }, text: 'En brødkniv.' })
		await decide(berit, { subject, outcome: 'banned', until: '2026-12-20', ...reasons })
		await approveDecision(siri, { decision: await latestOf(visitorId) })
		expect(await again('two@post.example')).toContain('decision-ready')
	})
})

async function latestOf(visitorId: string): Promise<{ id: string }> {
	const [row] = await seed.select().from(decision).where(eq(decision.visitorId, visitorId))
	return { id: row?.id ?? '' }
}
