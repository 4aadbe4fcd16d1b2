import type { GivenClosure, GivenKeepApart } from '../parse/given-orders.ts'
import { sessionId } from './sessions.ts'
import type { World } from './world.ts'

/** The two of a keep-apart pair by id, the smaller one first. */
export function pairOf(
	world: World,
	{ prisoners, visitors }: Omit<GivenKeepApart, 'as'>,
): { kind: 'prisoners' | 'visitors'; ids: [string, string] } {
	const [one, other] = prisoners ?? visitors ?? []
	if (!one || !other) throw new Error('a pair names two')
	const [first, second] = [world.labels.idOf(one), world.labels.idOf(other)].sort()
	if (!first || !second) throw new Error('a pair names two')
	return { kind: prisoners ? 'prisoners' : 'visitors', ids: [first, second] }
}

export function pairColumns(world: World, given: Omit<GivenKeepApart, 'as'>) {
	const { kind, ids } = pairOf(world, given)
	return kind === 'prisoners' ? { prisonerA: ids[0], prisonerB: ids[1] } : { visitorA: ids[0], visitorB: ids[1] }
}

/** What a closure closes, as its row has it. Both its dates count. */
export async function closureRow(world: World, given: Omit<GivenClosure, 'as'>) {
	const { labels } = world
	return {
		facilityId: labels.idOf(given.facility),
		firstDate: given.date ?? given.from ?? null,
		lastDate: given.date ?? given.to ?? null,
		unit: given.unit ?? null,
		roomId: given.room ? labels.idOf(given.room) : null,
		sessionId: given.session ? await sessionId(world, given.session) : null,
		reason: given.reason,
	}
}
