import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type RoleGrant, roles } from '#app/domain/access/roles.ts'
import type { Ctx } from '#app/services/context.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { listRestrictions, restrictionOf } from '#app/services/restrictions/list-restrictions.server.ts'
import { audit, prisoner } from '#db/schema/index.ts'
import { openDatabase } from '#tests/support/database.ts'
import { addPair, addPrison, asOfficer, clock, noon, type Prison } from '#tests/support/rows.ts'

const { db, owner: seed } = await openDatabase()

let here: Prison
let there: Prison
/** One of each kind here, by kind. */
let refs: Record<'court-restriction' | 'protective-order' | 'non-association' | 'ban', string>
const as = (role: RoleGrant['role'], prison: Prison = here): Ctx =>
	asOfficer(db, prison, clock, [{ role, facilityId: prison.facilityId }])
const everything = { kind: null, state: 'all' } as const

beforeAll(async () => {
	here = await addPrison(seed)
	there = await addPrison(seed)
	const ctx = asOfficer(db, here)
	const { facilityId, prisonerId, visitorId } = here
	const other = await addPair(seed, facilityId)
	const person = { prisoner: { id: prisonerId }, visitor: { id: visitorId } }
	const court = await addCourtRestriction(ctx, {
		...{ prisoner: person.prisoner, type: 'visit-ban', to: noon(10), orderReference: '26-1' },
		...{ reason: 'Evidence', source: 'court', reviewOn: '2026-12-01', except: [other.visitorId] },
	})
	const order = await addProtectiveOrder(ctx, { ...person, clockStopped: true, orderReference: '777' })
	const pair = await addNonAssociation(ctx, { prisoners: [{ id: prisonerId }, { id: other.prisonerId }] })
	const ban = await banVisitor(ctx, { visitor: person.visitor, facilityId, to: noon(30), reason: 'Smuggling' })
	refs = {
		'court-restriction': court.order.ref,
		'protective-order': order.order.ref,
		'non-association': pair.pair.ref,
		ban: ban.ban.ref,
	}
	await addCourtRestriction(asOfficer(db, there), {
		...{ prisoner: { id: there.prisonerId }, type: 'letter-ban', to: noon(10), orderReference: '26-2' },
	})
})

describe('the list of restrictions', () => {
	it.each(roles)('is for those who may see every kind of it: %s', async (role) => {
		const mayRead = ['screening-officer', 'decision-maker', 'auditor'].includes(role)
		const list = listRestrictions(as(role), everything)
		if (!mayRead) await expect(list).rejects.toMatchObject({ code: 'not-allowed' })
		else expect((await list).rows.map(({ ref }) => ref).sort()).toEqual(Object.values(refs).sort())
	})

	it('says who, what, after whom, why and until when', async () => {
		const { rows } = await listRestrictions(as('auditor'), { kind: 'court-restriction', state: 'in-force' })
		expect(rows).toMatchObject([
			{
				...{ kind: 'court-restriction', type: 'visit-ban', reference: '26-1', reason: 'Evidence', source: 'court' },
				...{ reviewOn: '2026-12-01', to: noon(10), isOver: false, createdBy: 'Officer', createdAt: clock },
				...{ people: [{ kind: 'prisoner' }], excepted: [{ kind: 'visitor' }], actions: [] },
			},
		])
	})

	it('shows no other prison its own, and finds none of them by reference', async () => {
		const { rows, total } = await listRestrictions(as('decision-maker', there), everything)
		expect([rows.map(({ reference }) => reference), total]).toEqual([['26-2'], 1])
		for (const ref of Object.values(refs))
			await expect(restrictionOf(as('decision-maker', there), ref)).rejects.toMatchObject({ code: 'not-found' })
	})

	it('is narrowed to a person who is here, and to no other', async () => {
		const [row] = await seed.select().from(prisoner).where(eq(prisoner.id, here.prisonerId))
		const of = await listRestrictions(as('auditor'), { ...everything, prisoner: row?.ref ?? '' })
		expect(of.rows.map(({ kind }) => kind).sort()).toEqual(['court-restriction', 'non-association', 'protective-order'])
		const asked = listRestrictions(as('auditor', there), { ...everything, prisoner: row?.ref ?? '' })
		await expect(asked).rejects.toMatchObject({ code: 'not-found' })
	})

	it('logs each that was shown, with whom it is about', async () => {
		const ctx = { ...as('auditor'), requestId: randomUUID() }
		await listRestrictions(ctx, everything)
		const logged = await seed
			.select()
			.from(audit)
			.where(and(eq(audit.requestId, ctx.requestId), eq(audit.action, 'restriction.view')))
		expect(logged.map(({ subjectKind }) => subjectKind).sort()).toEqual(Object.keys(refs).sort())
	})

	it('offers to end what the role may end, and that works; what is over is offered to nobody', async () => {
		const offered = async (role: RoleGrant['role']) =>
			(await listRestrictions(as(role), everything)).rows
				.filter(({ actions }) => actions.includes('end'))
				.map(({ kind }) => kind)
				.sort()
		expect(await offered('auditor')).toEqual([])
		const recorded = ['court-restriction', 'non-association', 'protective-order']
		expect(await offered('screening-officer')).toEqual(recorded)
		expect(await offered('decision-maker')).toEqual(['ban', ...recorded])
		const asked = liftOrder(as('screening-officer'), { kind: 'ban', order: { ref: refs.ban } })
		await expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
		for (const kind of ['ban', 'court-restriction', 'protective-order', 'non-association'] as const)
			await liftOrder(as('decision-maker'), { kind, order: { ref: refs[kind] }, reason: 'A slip' })
		expect(await offered('decision-maker')).toEqual([])
		const over = await listRestrictions(as('auditor'), { kind: null, state: 'ended' })
		expect(over.rows.map(({ endReason, endedBy }) => [endReason, endedBy])).toEqual(
			Object.keys(refs).map(() => ['A slip', 'Officer']),
		)
		expect((await listRestrictions(as('auditor'), { kind: null, state: 'in-force' })).total).toBe(0)
	})
})

it('a ban of every prison is ended by a role that is held everywhere, and offered to no other', async () => {
	const ctx = asOfficer(db, here)
	const { ban } = await banVisitor(ctx, { visitor: { id: here.visitorId }, facilityId: null, to: noon(9), reason: 'x' })
	expect((await restrictionOf(as('decision-maker'), ban.ref)).actions).toEqual([])
	const asked = liftOrder(as('decision-maker'), { kind: 'ban', order: { ref: ban.ref } })
	await expect(asked).rejects.toMatchObject({ code: 'not-allowed' })
	expect((await restrictionOf(ctx, ban.ref)).actions).toEqual(['end'])
})
