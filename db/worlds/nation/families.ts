import { addDays, addMonths, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { PermitState, Relationship } from '#app/domain/permits/permit.ts'
import type { guardianship, permit, visitor } from '#db/schema/index.ts'
import { childNames, familyNames, givenNames } from '../names.ts'
import type { Random } from '../random.ts'
import { folded } from '../rows.ts'
import type { SealPid } from '../seal.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { syntheticNumber } from '../synthetic-number.ts'
import type { Inmate } from './prisoners.ts'

/** Someone with a permit for a prisoner. */
export interface Member {
	visitorId: string
	visitorRef: string
	permitId: string
	permitRef: string
	adult: boolean
	/** The permit opens for visits, from long ago until after everything that is booked. */
	holds: boolean
	/** Null for a child, which has no account. */
	subject: string | null
}

export interface VisitorRows {
	visitors: (typeof visitor.$inferInsert)[]
	guardianships: (typeof guardianship.$inferInsert)[]
	permits: (typeof permit.$inferInsert)[]
}

export interface Registry {
	since: Date
	today: LocalDate
	familyIssuer: string
	seal: SealPid | null
	random: Random
	ids: SeededIds
	rows: VisitorRows
	/** How many were born on a date, so that no two have one number. */
	born: Map<LocalDate, number>
}

const friendsOfOne = 3

/** So many visitors for one prisoner: an adult first, then children and others, within what a prisoner's list takes. */
export function addFamily(registry: Registry, inmate: Inmate, size: number): Member[] {
	const { random } = registry
	const members: Member[] = []
	let friends = 0
	for (let n = 0; n < size; n++) {
		const [first] = members
		if (first && random.chance(0.42)) {
			members.push(addChild(registry, inmate, first))
			continue
		}
		const isFriend = friends < friendsOfOne && random.chance(first ? 0.25 : 0.15)
		if (isFriend) friends++
		const relationship: Relationship = isFriend ? 'friend' : random.pick(nearAdults)
		const state: PermitState = first && random.chance(0.1) ? random.pick(['suspended', 'lapsed', 'ended']) : 'active'
		const person = addAdult(registry, `family-${registry.rows.visitors.length}`)
		members.push(addPermit(registry, inmate, { ...person, adult: true }, relationship, state))
	}
	return members
}

const nearAdults = ['spouse', 'partner', 'cohabitant', 'parent', 'sibling', 'grandparent'] as const

export function addAdult(
	registry: Registry,
	subject: string,
): Pick<Member, 'visitorId' | 'visitorRef'> & { subject: string } {
	const { random, ids, rows, since, seal } = registry
	const id = ids.id(since)
	const ref = ids.ref()
	const givenName = random.pick(givenNames)
	const familyName = random.pick(familyNames)
	const born = birthDate(registry, 20, 75)
	const serial = registry.born.get(born) ?? 0
	registry.born.set(born, serial + 1)
	const number = seal?.(syntheticNumber(born, serial), id)
	rows.visitors.push({
		...person(id, ref, givenName, familyName, born),
		issuer: registry.familyIssuer,
		subject,
		pidCipher: number?.pidCipher ?? null,
		pidKeyId: number?.pidKeyId ?? null,
		pidIndex: number?.pidIndex ?? null,
		email: `${subject}@post.example`,
		language: random.pick(['nb', 'nb', 'nb', 'nn', 'en']),
	})
	return { visitorId: id, visitorRef: ref, subject }
}

function addChild(registry: Registry, inmate: Inmate, guardian: Member): Member {
	const { random, ids, rows, since } = registry
	const id = ids.id(since)
	const ref = ids.ref()
	const born = birthDate(registry, 1, 14)
	rows.visitors.push({
		...person(id, ref, random.pick(childNames), inmate.familyName, born),
		issuer: null,
		subject: null,
		pidCipher: null,
		pidKeyId: null,
		pidIndex: null,
		email: null,
		language: 'nb',
	})
	rows.guardianships.push({ childId: id, guardianId: guardian.visitorId })
	const relationship = random.chance(0.85) ? 'child' : 'sibling'
	return addPermit(
		registry,
		inmate,
		{ visitorId: id, visitorRef: ref, adult: false, subject: null },
		relationship,
		'active',
	)
}

function person(id: string, ref: string, givenName: string, familyName: string, born: LocalDate) {
	return { id, ref, givenName, familyName, foldedName: folded(givenName, familyName), born }
}

function addPermit(
	{ ids, rows, since, today, random }: Registry,
	inmate: Inmate,
	who: Omit<Member, 'permitId' | 'permitRef' | 'holds'>,
	relationship: Relationship,
	state: PermitState,
): Member {
	const id = ids.id(since)
	const ref = ids.ref()
	rows.permits.push({
		id,
		ref,
		visitorId: who.visitorId,
		prisonerId: inmate.id,
		decisionId: null,
		state,
		controls: [],
		channels: ['visit', 'phone'],
		relationship,
		track: 'family',
		officialKind: null,
		guardianConsent: true,
		validFrom: null,
		validTo:
			state === 'lapsed' ? addDays(today, -random.whole(1, 200)) : random.chance(0.2) ? addMonths(today, 12) : null,
		recheckDue: inmate.securityLevel === 'special-high' ? addDays(today, random.whole(60, 180)) : null,
	})
	return { ...who, permitId: id, permitRef: ref, holds: state === 'active' }
}

/** A birth date of someone between two ages, in whole years of the calendar. */
function birthDate({ random, today }: Registry, youngest: number, oldest: number): LocalDate {
	const two = (n: number) => String(n).padStart(2, '0')
	return `${Number(today.slice(0, 4)) - random.whole(youngest, oldest)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
}
