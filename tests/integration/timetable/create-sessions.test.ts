import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, instantOf, localTime } from '#app/domain/calendar/oslo.ts'
import { createSessionsJob } from '#app/jobs/create-sessions.server.ts'
import { runDueUntil } from '#app/jobs/run-due.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { createSessions, createSessionsOf } from '#app/services/timetable/create-sessions.server.ts'
import { audit, facilityPolicy, visitSession } from '#db/schema/index.ts'
import { addTemplate } from '#sandbox/seeds/rows.ts'
import { addPrison, monday, oslo, systemCtx } from '#tests/integration/waiting-list/waiting-room.ts'
import { openDatabase } from '#tests/support/database.ts'

const { db } = await openDatabase({ max: 8 })
let prison: string

beforeEach(async () => {
	prison = await addPrison(db)
})

const noon = { name: 'Hall', weekday: 4, startTime: '12:00', validFrom: '2026-11-23' }
const template = (given: Partial<Parameters<typeof addTemplate>[1]> = {}) =>
	addTemplate(db, { facilityId: prison, ...noon, ...given })
const sessionsOf = (templateId: string) =>
	db.select().from(visitSession).where(eq(visitSession.templateId, templateId)).orderBy(visitSession.startsAt)

describe('the sessions of a template', () => {
	it('are made eight weeks and a week ahead, on its dates, with all that it says', async () => {
		const id = await template({ groups: 3, people: 9, units: ['A'], provides: ['watched', 'no-touch'] })
		await createSessions(db, monday)
		const rows = await sessionsOf(id)
		expect(rows.map(({ templateDate }) => templateDate)).toEqual(
			Array.from({ length: 9 }, (_, week) => addDays('2026-11-26', 7 * week)),
		)
		expect(rows[0]).toMatchObject({
			facilityId: prison,
			startsAt: oslo('2026-11-26T12:00'),
			endsAt: oslo('2026-11-26T13:00'),
			area: 'Hall',
			groups: 3,
			people: 9,
			units: ['A'],
			securityLevels: null,
			provides: ['watched', 'no-touch'],
			takenGroups: 0,
		})
	})

	it('are made further ahead where visits are booked further ahead', async () => {
		prison = await addPrison(db, { maxDaysAhead: 90 })
		const id = await template()
		await createSessions(db, monday)
		expect((await sessionsOf(id)).at(-1)?.templateDate).toBe('2027-02-25')
	})

	it('are made once when several workers make them at the same moment', async () => {
		const id = await template()
		const created = await Promise.all(Array.from({ length: 5 }, () => createSessions(db, monday)))
		expect(created.reduce((sum, some) => sum + some, 0)).toBe(9)
		expect(await sessionsOf(id)).toHaveLength(9)
		expect(await createSessions(db, monday)).toBe(0)
	})

	it('keep their wall time over both clock changes', async () => {
		prison = await addPrison(db, { maxDaysAhead: 365 })
		const id = await template({ weekday: 7, startTime: '14:00' })
		await createSessions(db, monday)
		const rows = await sessionsOf(id)
		expect(new Set(rows.map(({ startsAt }) => localTime(startsAt)))).toEqual(new Set(['14:00']))
		expect(new Set(rows.map(({ startsAt }) => startsAt.getUTCHours()))).toEqual(new Set([12, 13]))
	})

	it('that have begun are not made, unless the past is asked for', async () => {
		const early = { weekday: 1, startTime: '08:00', validFrom: '2026-11-01' }
		const id = await template(early)
		await createSessions(db, monday)
		expect((await sessionsOf(id))[0]?.templateDate).toBe('2026-11-30')
		const other = await template(early)
		await createSessions(db, monday, '2026-11-16')
		expect((await sessionsOf(other)).map(({ templateDate }) => templateDate).slice(0, 3)).toEqual([
			'2026-11-16',
			'2026-11-23',
			'2026-11-30',
		])
	})

	it('are neither made again nor doubled when an officer has called one off', async () => {
		const id = await template()
		await createSessions(db, monday)
		const [first] = await sessionsOf(id)
		const session = { id: first?.id ?? '' }
		await addClosure(systemCtx(db), { facilityId: prison, session, reason: 'staffing' })
		await db
			.update(visitSession)
			.set({ startsAt: oslo('2026-12-05T12:00'), endsAt: oslo('2026-12-05T13:00') })
			.where(and(eq(visitSession.templateId, id), eq(visitSession.templateDate, '2026-12-03')))
		await db.transaction((tx) => createSessionsOf(tx, systemCtx(db), { facilityId: prison, templateIds: [id] }))
		expect(await sessionsOf(id)).toHaveLength(9)
	})

	it('follow day by day, and only those that are wanting', async () => {
		const weekly = await template()
		const everyOther = await template({ everyWeeks: 2, startTime: '15:00' })
		const resolution = await template({ startTime: '18:00', validTo: '2026-12-03' })
		await createSessions(db, monday)
		expect((await sessionsOf(everyOther)).map((row) => row.templateDate)).toEqual([
			'2026-11-26',
			'2026-12-10',
			'2026-12-24',
			'2027-01-07',
			'2027-01-21',
		])
		expect(await sessionsOf(resolution)).toHaveLength(2)
		const wednesday = oslo('2026-11-25T23:59')
		expect(await runDueUntil(db, monday, wednesday, { work: [createSessionsJob] })).toEqual({ done: 0 })
		expect(await sessionsOf(weekly)).toHaveLength(9)
		const thursday = instantOf('2026-11-26', '00:00')
		expect(await createSessionsJob.nextDue?.(db, wednesday)).toEqual(thursday)
		await runDueUntil(db, wednesday, thursday, { work: [createSessionsJob] })
		expect((await sessionsOf(weekly)).at(-1)?.templateDate).toBe('2027-01-28')
		expect(await sessionsOf(everyOther)).toHaveLength(5)
	})

	it('reach as far as a policy says that comes into force', async () => {
		const id = await template()
		await createSessions(db, monday)
		const validFrom = oslo('2026-11-24T00:00')
		await db.update(facilityPolicy).set({ validTo: validFrom }).where(eq(facilityPolicy.facilityId, prison))
		const parameters = { maxDaysAhead: 70 }
		await db.insert(facilityPolicy).values({ id: randomUUID(), facilityId: prison, validFrom, parameters })
		await createSessions(db, oslo('2026-11-24T09:00'))
		expect((await sessionsOf(id)).at(-1)?.templateDate).toBe('2027-02-04')
	})

	it('leave a trace of how many were made, once', async () => {
		await template()
		await createSessions(db, monday)
		await createSessions(db, monday)
		const rows = await db.select().from(audit).where(eq(audit.subjectId, prison))
		expect(rows).toMatchObject([
			{ action: 'timetable.create-sessions', actorKind: 'system', facilityId: prison, detail: { created: 9 } },
		])
	})
})
