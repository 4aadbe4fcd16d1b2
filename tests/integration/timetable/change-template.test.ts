import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Template } from '#app/domain/timetable/template.ts'
import type { Ctx } from '#app/services/context.ts'
import { addTemplate } from '#app/services/timetable/add-template.server.ts'
import { changeTemplate } from '#app/services/timetable/change-template.server.ts'
import { createSessions } from '#app/services/timetable/create-sessions.server.ts'
import { endTemplate } from '#app/services/timetable/end-template.server.ts'
import { previewTemplateChange } from '#app/services/timetable/preview-template-change.server.ts'
import { changeTakenSessions } from '#app/services/timetable/rewrite-sessions.server.ts'
import { audit, booking, closure, review, sessionTemplate, visitSession } from '#db/schema/index.ts'
import { addOfficer } from '#sandbox/seeds/rows.ts'
import {
	addFamily,
	addPrison,
	book,
	type Family,
	monday,
	officerCtx,
	oslo,
	visitorCtx,
} from '#tests/integration/waiting-list/waiting-room.ts'
import { openDatabase } from '#tests/support/database.ts'
import { template } from '#tests/unit/domain/timetable/weekly.ts'

const { db } = await openDatabase({ max: 10 })
let prison: string
let officer: Ctx
let kari: Family

beforeEach(async () => {
	prison = await addPrison(db)
	officer = officerCtx(db, prison, await newOfficer())
	kari = await addFamily(db, prison)
})

const newOfficer = () => addOfficer(db, { name: 'Berit', issuer: 'staff', subject: randomUUID(), roles: [] })
const as = (role: 'admin' | 'visit-officer' | 'auditor' | 'finance', ctx = officer): Ctx =>
	ctx.actor.kind === 'officer' ? { ...ctx, actor: { ...ctx.actor, grants: [{ role, facilityId: prison }] } } : ctx
const add = async (changes: Partial<Template> = {}) =>
	(await addTemplate(officer, { facilityId: prison, template: template(changes) })).template.id
const sessionsOf = (templateId: string) =>
	db.select().from(visitSession).where(eq(visitSession.templateId, templateId)).orderBy(visitSession.startsAt)
const onDate = async (templateId: string, date: string) => {
	const found = (await sessionsOf(templateId)).find((row) => row.templateDate === date)
	if (!found) throw new Error(`No session on ${date}`)
	return found
}
const calledOff = async (templateId: string) => {
	const rows = await db
		.select({ date: visitSession.templateDate })
		.from(closure)
		.innerJoin(visitSession, eq(visitSession.id, closure.sessionId))
		.where(and(eq(visitSession.templateId, templateId), isNull(closure.endedAt)))
		.orderBy(visitSession.startsAt)
	return rows.map(({ date }) => date)
}
const reviewsOf = async (bookingId: string) =>
	(
		await db
			.select()
			.from(review)
			.where(and(eq(review.bookingId, bookingId), isNull(review.endedAt)))
	).map(({ cause }) => cause)

describe('a row added to the timetable', () => {
	it('has its sessions at once', async () => {
		const added = await addTemplate(officer, { facilityId: prison, template: template({ name: ' Hall ' }) })
		expect(added).toMatchObject({ sessions: 9, template: { name: 'Hall' } })
		expect(await sessionsOf(added.template.id)).toHaveLength(9)
	})

	it('is refused with the fields that cannot stand, and to who does not keep the timetable', async () => {
		const input = { facilityId: prison, template: template({ groups: 0, startTime: '25:00' }) }
		await expect(addTemplate(officer, input)).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['startTime', 'groups'],
		})
		for (const ctx of [as('visit-officer'), as('auditor'), visitorCtx(db, kari.visitorId)]) {
			await expect(addTemplate(ctx, input)).rejects.toMatchObject({ code: 'not-allowed' })
		}
		const elsewhere = { facilityId: await addPrison(db), template: template() }
		await expect(addTemplate(officer, elsewhere)).rejects.toMatchObject({ code: 'not-allowed' })
	})
})

describe('a change of the timetable', () => {
	it('rewrites the sessions that nobody has a place in', async () => {
		const id = await add()
		const outcome = await changeTemplate(as('admin'), { template: { id }, change: { startTime: '14:00', groups: 6 } })
		expect(outcome).toMatchObject({ changed: 9, calledOff: 0, created: 0, underReview: [] })
		const rows = await sessionsOf(id)
		expect(rows).toHaveLength(9)
		expect(rows[0]).toMatchObject({ startsAt: oslo('2026-11-26T14:00'), endsAt: oslo('2026-11-26T15:00'), groups: 6 })
		expect((await db.select().from(sessionTemplate).where(eq(sessionTemplate.id, id)))[0]).toMatchObject({
			startTime: '14:00',
		})
		expect(await createSessions(db, monday)).toBe(0)
	})

	it('puts the bookings of a session under review, and leaves them the time that the family was told', async () => {
		const id = await add()
		const booked = await book(db, kari, (await onDate(id, '2026-11-26')).id)
		const { underReview } = await changeTemplate(officer, { template: { id }, change: { startTime: '14:00' } })
		expect(underReview).toEqual([booked.id])
		expect(await reviewsOf(booked.id)).toEqual(['session-changed'])
		const [row] = await db.select().from(booking).where(eq(booking.id, booked.id))
		expect(row).toMatchObject({ state: 'confirmed', startsAt: oslo('2026-11-26T12:00') })
		expect((await onDate(id, '2026-11-26')).startsAt).toEqual(oslo('2026-11-26T14:00'))
	})

	it('moves sessions to the new day of their week, with and without bookings, and doubles none', async () => {
		const id = await add()
		const booked = await book(db, kari, (await onDate(id, '2026-11-26')).id)
		const { underReview } = await changeTemplate(officer, { template: { id }, change: { weekday: 5 } })
		expect(underReview).toEqual([booked.id])
		const rows = await sessionsOf(id)
		expect(rows.map(({ templateDate }) => templateDate).slice(0, 2)).toEqual(['2026-11-27', '2026-12-04'])
		expect(rows[0]).toMatchObject({ id: booked.sessionId, startsAt: oslo('2026-11-27T12:00') })
		expect(rows).toHaveLength(9)
		expect(await createSessions(db, monday)).toBe(0)
	})

	it('to every other week calls off what is between, and takes it up again when it is turned back', async () => {
		const id = await add()
		const booked = await book(db, kari, (await onDate(id, '2026-12-03')).id)
		const fewer = await changeTemplate(officer, { template: { id }, change: { everyWeeks: 2 } })
		expect(fewer).toMatchObject({ changed: 0, calledOff: 4, underReview: [booked.id] })
		expect(await calledOff(id)).toEqual(['2026-12-03', '2026-12-17', '2026-12-31', '2027-01-14'])
		expect(await reviewsOf(booked.id)).toEqual(['closure-added'])
		await changeTemplate(officer, { template: { id }, change: { everyWeeks: 1 } })
		expect(await calledOff(id)).toEqual([])
		expect(await reviewsOf(booked.id)).toEqual([])
		expect(await sessionsOf(id)).toHaveLength(9)
	})

	it('is finished by the same call when it was interrupted between a booked session and the rest', async () => {
		const id = await add()
		const booked = await book(db, kari, (await onDate(id, '2026-11-26')).id)
		const plan = await previewTemplateChange(officer, { template: { id }, change: { startTime: '14:00' } })
		expect(await changeTakenSessions(officer, plan)).toEqual([booked.id])
		await changeTemplate(officer, { template: { id }, change: { startTime: '14:00' } })
		const rows = await sessionsOf(id)
		expect(new Set(rows.map(({ startsAt }) => startsAt.getUTCHours()))).toEqual(new Set([13]))
		expect(await reviewsOf(booked.id)).toEqual(['session-changed'])
	})

	it('and bookings made at the same moment leave nobody with a time that silently changed', async () => {
		const id = await add({ groups: 10 })
		const sessions = (await sessionsOf(id)).slice(0, 4)
		const families = await Promise.all(sessions.map(() => addFamily(db, prison)))
		const [outcome] = await Promise.all([
			changeTemplate(officer, { template: { id }, change: { startTime: '14:00' } }),
			...families.map(async (family, at) => book(db, family, sessions[at]?.id ?? '')),
		])
		const rows = await db.select().from(booking).where(eq(booking.facilityId, prison))
		expect(rows).toHaveLength(4)
		for (const row of rows) {
			const told = row.startsAt.getUTCHours() === 13
			expect(told || outcome.underReview.includes(row.id)).toBe(true)
		}
	})

	it('leaves a session as an officer set it by hand', async () => {
		const id = await add()
		const first = await onDate(id, '2026-11-26')
		await db.update(visitSession).set({ groups: 1 }).where(eq(visitSession.id, first.id))
		await changeTemplate(officer, { template: { id }, change: { groups: 8 } })
		expect((await sessionsOf(id)).map(({ groups }) => groups).slice(0, 2)).toEqual([1, 8])
	})

	it('of a template elsewhere, or to something that cannot stand, is refused', async () => {
		const id = await add()
		const change = { startTime: '14:00' }
		await expect(changeTemplate(as('visit-officer'), { template: { id }, change })).rejects.toMatchObject({
			code: 'not-allowed',
		})
		await expect(changeTemplate(officer, { template: { id: randomUUID() }, change })).rejects.toMatchObject({
			code: 'not-found',
		})
		await expect(changeTemplate(officer, { template: { id }, change: { minutes: 0 } })).rejects.toMatchObject({
			code: 'incomplete',
			fields: ['minutes'],
		})
	})
})

describe('the end of a row', () => {
	it('is its last day; sessions after it are called off, and their bookings come under review', async () => {
		const id = await add()
		const booked = await book(db, kari, (await onDate(id, '2026-12-10')).id)
		const outcome = await endTemplate(as('admin'), { template: { id }, lastDate: '2026-12-03' })
		expect(outcome).toMatchObject({ calledOff: 7, underReview: [booked.id] })
		expect(await calledOff(id)).toHaveLength(7)
		expect((await calledOff(id))[0]).toBe('2026-12-10')
		await createSessions(db, oslo('2026-12-20T09:00'))
		expect(await sessionsOf(id)).toHaveLength(9)
		const traces = await db.select().from(audit).where(eq(audit.action, 'closure.add'))
		expect(traces.at(-1)).toMatchObject({ actorKind: 'system', facilityId: prison })
	})
})

describe('the preview', () => {
	it('lists the sessions and the bookings, and writes nothing', async () => {
		const id = await add()
		const first = await onDate(id, '2026-11-26')
		const booked = await book(db, kari, first.id)
		const change = { startTime: '14:00', validTo: '2026-12-03' }
		const preview = await previewTemplateChange(officer, { template: { id }, change })
		expect(preview.touched).toHaveLength(9)
		expect(preview.touched[0]).toMatchObject({
			session: { id: first.id },
			change: { start: oslo('2026-11-26T14:00') },
			bookings: [{ id: booked.id, ref: booked.ref, people: 1 }],
		})
		expect(preview.touched.filter((touched) => touched.change === null)).toHaveLength(7)
		expect(preview.bookings).toBe(1)
		expect((await onDate(id, '2026-11-26')).startsAt).toEqual(oslo('2026-11-26T12:00'))
		expect(await reviewsOf(booked.id)).toEqual([])
	})

	it('tells of less room than is taken', async () => {
		const id = await add()
		const session = await onDate(id, '2026-11-26')
		for (const family of [kari, await addFamily(db, prison)]) await book(db, family, session.id)
		const preview = await previewTemplateChange(officer, { template: { id }, change: { groups: 1 } })
		expect(
			preview.touched.filter((touched) => touched.capacityBelowTaken).map((touched) => touched.session.id),
		).toEqual([session.id])
		const { underReview } = await changeTemplate(officer, { template: { id }, change: { groups: 1 } })
		expect(underReview.length).toBeGreaterThan(0)
		expect((await onDate(id, '2026-11-26')).groups).toBe(1)
	})

	it("tells of another template's sessions in the same area at the same time, but not of those called off", async () => {
		const id = await add()
		const other = await add({ name: 'Booths', startTime: '14:30', validTo: '2026-12-03' })
		const preview = () => previewTemplateChange(officer, { template: { id }, change: { startTime: '14:00' } })
		const clashes = async () =>
			(await preview()).touched.flatMap((touched) => touched.overlaps.map(({ template }) => template?.name))
		expect(await clashes()).toEqual(['Booths', 'Booths'])
		await endTemplate(officer, { template: { id: other }, lastDate: '2026-11-26' })
		expect(await clashes()).toEqual(['Booths'])
	})

	it('seen before something changed is not acted on', async () => {
		const id = await add()
		const input = { template: { id }, change: { startTime: '14:00' } }
		const { fingerprint } = await previewTemplateChange(officer, input)
		await book(db, kari, (await onDate(id, '2026-11-26')).id)
		await expect(changeTemplate(officer, { ...input, seen: fingerprint })).rejects.toMatchObject({
			code: 'wrong-state',
		})
		const again = await previewTemplateChange(officer, input)
		expect(await changeTemplate(officer, { ...input, seen: again.fingerprint })).toMatchObject({ changed: 9 })
	})

	it('says on which dates new sessions would be made', async () => {
		const id = await add({ everyWeeks: 2 })
		const { created } = await previewTemplateChange(officer, { template: { id }, change: { everyWeeks: 1 } })
		expect(created.map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-17', '2026-12-31', '2027-01-14'])
	})
})
