// Straffegjennomføringsloven § 31 second, third and sixth paragraphs, § 27 third; forskrift §§ 6-9, 6-10; straffeprosessloven § 186.

import { perVisit } from '../bookings/per-visit.ts'
import { trackOf, type Visit } from '../bookings/rule-input.ts'
import type { Policy } from '../policy.ts'
import { orderApplies } from '../restrictions/order-applies.ts'
import { type Control, withImplied } from './controls.ts'

/** What no official visit may ever have: it is not listened to, and its language is its own. */
export const neverOfficial: readonly Control[] = ['overheard', 'language']

/**
 * The controls that a visit needs at its start, with what they bring along. For a family: those of every permit in the party,
 * the facility's default for the prisoner's security level, and `watched` and `overheard` under police control (unless the
 * order excepts everyone). On the official track: the permits' own, `glass` where the level's default has it, and police
 * control only where the order covers them; `overheard` and `language` never.
 */
export function neededControls(visit: Visit, policy: Policy, start: Date): readonly Control[] {
	return orderApplies(visit, ['police-control'], start) ? underOrder(visit, policy) : withoutOrder(visit, policy)
}

const withoutOrder = perVisit((visit, policy: Policy) => controlsOf(visit, policy, []))
const underOrder = perVisit((visit, policy: Policy) => controlsOf(visit, policy, ['watched', 'overheard']))

function controlsOf(visit: Visit, policy: Policy, ofOrder: readonly Control[]): readonly Control[] {
	const ofPermits = visit.party.flatMap((member) => member.permit?.controls ?? [])
	const ofLevel = policy.defaultControls[visit.prisoner.securityLevel]
	if (trackOf(visit) === 'family') return withImplied([...ofPermits, ...ofLevel, ...ofOrder])
	const glass = ofLevel.filter((control) => control === 'glass')
	return withImplied([...ofPermits, ...glass, ...ofOrder]).filter((control) => !neverOfficial.includes(control))
}
