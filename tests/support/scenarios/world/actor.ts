import type { Actor, Ctx } from '#app/services/context.ts'
import { type Ref, toRef } from '../parse/fields.ts'
import { standingOfficers } from '../parse/given-people.ts'
import type { World } from './world.ts'

/** The context of a call by a visitor or an officer. */
export function ctxOf(world: World, by: Ref): Ctx {
	const isOwnRequest = world.isRace === true
	return { db: world.db, now: world.now, actor: actorOf(world, by), requestId: null, isOwnRequest }
}

/** The context of a step that names nobody: the officer who may do everything. */
export function ctxOfOfficer(world: World): Ctx {
	return ctxOf(world, toRef('officer', standingOfficers[0]))
}

export function isOfficer(world: World, by: Ref): boolean {
	return world.labels.find(toRef('officer', by.label)) !== null
}

function actorOf(world: World, by: Ref): Actor {
	const officerId = world.labels.find(toRef('officer', by.label))
	if (officerId === null) return { kind: 'visitor', visitorId: world.labels.idOf(toRef('visitor', by.label)) }
	const officer = world.officers.get(officerId)
	if (!officer) throw new Error(`there is no officer ${by.label}`)
	return { kind: 'officer', officerId, ...officer }
}
