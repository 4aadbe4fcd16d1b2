import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Template } from '#app/domain/timetable/template.ts'
import type { Ctx } from '#app/services/context.ts'
import { addTemplate } from '#app/services/timetable/add-template.server.ts'
import { endTemplate } from '#app/services/timetable/end-template.server.ts'
import { timetableDay, timetableTemplates, timetableWeek } from '#app/services/timetable/see-timetable.server.ts'
import { addOfficer } from '#sandbox/seeds/rows.ts'
import {
	addFamily,
	addPrison,
	officerCtx,
	systemCtx,
	visitorCtx,
} from '#tests/integration/waiting-list/waiting-room.ts'
import { openDatabase } from '#tests/support/database.ts'
import { template } from '#tests/unit/domain/timetable/weekly.ts'

const { db } = await openDatabase()
let prison: string
let officer: Ctx

beforeEach(async () => {
	prison = await addPrison(db)
	const officerId = await addOfficer(db, { name: 'Berit', issuer: 'staff', subject: randomUUID(), roles: [] })
	officer = officerCtx(db, prison, officerId)
})

const as = (role: 'admin' | 'visit-officer' | 'auditor' | 'finance'): Ctx =>
	officer.actor.kind === 'officer'
		? { ...officer, actor: { ...officer.actor, grants: [{ role, facilityId: prison }] } }
		: officer
const add = async (changes: Partial<Template> = {}) =>
	(await addTemplate(officer, { facilityId: prison, template: template(changes) })).template.id

describe('the timetable that officers see', () => {
	it('is a grid of areas and days, and a list of a day', async () => {
		const id = await add()
		await add({ name: 'Booths', area: 'booths', weekday: 2, startTime: '09:00' })
		await endTemplate(officer, { template: { id }, lastDate: '2026-11-23' })
		const { monday: first, areas } = await timetableWeek(as('visit-officer'), {
			facilityId: prison,
			date: '2026-11-26',
		})
		expect(first).toBe('2026-11-23')
		expect(areas.map(({ area, days }) => [area, days.map(({ sessions }) => sessions.length)])).toEqual([
			['booths', [0, 1, 0, 0, 0, 0, 0]],
			['hall', [0, 0, 0, 1, 0, 0, 0]],
		])
		const [hall] = await timetableDay(as('admin'), { facilityId: prison, date: '2026-11-26' })
		expect(hall).toMatchObject({ calledOff: true, template: { name: 'Hall' } })
		expect((await timetableTemplates(as('auditor'), prison)).map(({ name }) => name)).toEqual(['Booths', 'Hall'])
	})

	it('is not for everyone', async () => {
		const kari = await addFamily(db, prison)
		for (const ctx of [as('finance'), visitorCtx(db, kari.visitorId), systemCtx(db)]) {
			await expect(timetableWeek(ctx, { facilityId: prison, date: '2026-11-26' })).rejects.toMatchObject({
				code: 'not-allowed',
			})
		}
	})
})
