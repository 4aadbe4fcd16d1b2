import type { Liftable } from '#app/services/events/lift.server.ts'
import { newId, newRef } from '#db/ids.ts'
import { ban, closure, courtRestriction, keepApart, protectiveOrder } from '#db/schema/index.ts'
import type { Given } from '../parse/given.ts'
import { closureRow, pairColumns } from './order-rows.ts'
import type { World } from './world.ts'

/** Court restrictions, bans, protective orders, those to be kept apart, and closures, as rows. */
export async function putOrders(world: World, given: Given): Promise<void> {
	const { labels, owner, now, orders } = world
	const fresh = (kind: Liftable, as: string | undefined) => {
		const id = newId(now)
		orders.set(id, kind)
		if (as !== undefined) labels.put('order', as, id)
		return { id, ref: newRef() }
	}
	for (const { as, prisoner, type, from, to, except, coversOfficial } of given.courtRestrictions) {
		await owner.insert(courtRestriction).values({
			...fresh('court-restriction', as),
			prisonerId: labels.idOf(prisoner),
			type,
			orderReference: '26-000000ENE',
			fromAt: from ?? now,
			toAt: to,
			exceptedVisitorIds: except.map((visitor) => labels.idOf(visitor)),
			coversOfficial,
		})
	}
	for (const { as, visitor, facility, from, to } of given.bans) {
		await owner.insert(ban).values({
			...fresh('ban', as),
			visitorId: labels.idOf(visitor),
			facilityId: facility ? labels.idOf(facility) : null,
			fromAt: from ?? now,
			toAt: to,
			reason: 'misuse',
		})
	}
	for (const { as, visitor, prisoner, from, to } of given.protectiveOrders) {
		await owner.insert(protectiveOrder).values({
			...fresh('protective-order', as),
			visitorId: labels.idOf(visitor),
			prisonerId: labels.idOf(prisoner),
			fromAt: from ?? now,
			toAt: to,
		})
	}
	for (const { as, ...pair } of given.keepApart) {
		await owner.insert(keepApart).values({ ...fresh('keep-apart', as), ...pairColumns(world, pair) })
	}
	for (const { as, ...closed } of given.closures) {
		await owner.insert(closure).values({ ...fresh('closure', as), ...(await closureRow(world, closed)), madeAt: now })
	}
}
