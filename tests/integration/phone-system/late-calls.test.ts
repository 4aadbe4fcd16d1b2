import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Ctx } from '#app/services/context.ts'
import { takeCalls } from '#app/services/funds/phone-credit/take-calls.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { selectOpenDiscrepancies } from '#db/queries/funds/discrepancies.ts'
import { countFundsWaiting } from '#db/queries/funds/waiting.ts'
import { phoneCall } from '#db/schema/index.ts'
import { addFacility, addPrisoner } from '#sandbox/seeds/rows.ts'
import { openDatabase } from '#tests/support/database.ts'
import { csv, importFile } from '../register/files.ts'

const now = new Date('2026-11-28T09:00:00+01:00')
const { db, owner } = await openDatabase({ max: 4 })
const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
const hal = await addFacility(owner, { slug: 'hal', policy: { phoneOrePerMinute: 75 } })
const lyn = await addFacility(owner, { slug: 'lyn', policy: { phoneOrePerMinute: 200 } })

const told = async (id: string, endedAt: string, prisoner: string) => {
	expect(await takeCalls(ctx, [{ id, prisoner, minutes: 10, endedAt }])).toEqual([{ id, state: 'booked' }])
	const [row] = await owner.select().from(phoneCall).where(eq(phoneCall.callId, id))
	return [row?.facilityId, row?.orePerMinute]
}
const listed = async (facilityId: string) =>
	(await selectOpenDiscrepancies(db, facilityId, 50)).map(({ discrepancy }) => discrepancy.subject).sort()

test('a call is priced by and listed under the prison where it took place, whenever it is told', async () => {
	await addPrisoner(owner, { number: 'F-5005', facilityId: hal })
	const row = { number: 'F-5005', facility: 'lyn', security_level: 'low', valid_from: '2026-11-28T03:00' }
	expect(await importFile(ctx, csv(row))).toMatchObject({ changed: 1, problems: [] })
	expect(await told('before', '2026-11-27T11:30:00+01:00', 'F-5005')).toEqual([hal, 75])
	expect(await told('at-night', '2026-11-28T02:59:59+01:00', 'F-5005')).toEqual([hal, 75])
	expect(await told('after', '2026-11-28T03:00:00+01:00', 'F-5005')).toEqual([lyn, 200])
	expect(await listed(hal)).toEqual(['at-night', 'before'])
	expect(await listed(lyn)).toEqual(['after'])
	expect(await Promise.all([hal, lyn].map((one) => countFundsWaiting(db, one)))).toEqual([2, 1])
})

test('who was moved twice, and back, was at each prison in their turn', async () => {
	const id = await addPrisoner(owner, { number: 'F-5006', facilityId: hal })
	const moved = (to: string, at: string) =>
		transferPrisoner({ ...ctx, now: new Date(at) }, { prisoner: { id }, to, unit: 'A' })
	await moved(lyn, '2026-11-20T10:00:00Z')
	await moved(hal, '2026-11-24T10:00:00Z')
	expect(await told('1', '2026-11-19T10:00:00Z', 'F-5006')).toEqual([hal, 75])
	expect(await told('2', '2026-11-22T10:00:00Z', 'F-5006')).toEqual([lyn, 200])
	expect(await told('3', '2026-11-25T10:00:00Z', 'F-5006')).toEqual([hal, 75])
})
