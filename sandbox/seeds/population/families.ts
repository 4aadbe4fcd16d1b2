import { addDays, addMonths, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { PermitState, Relationship } from '#app/domain/permits/permit.ts'
import type { guardianship, permit, visitor } from '#db/schema/index.ts'
import { type NamePool, somePool } from '../names.ts'
import type { Random } from '../random.ts'
import { folded } from '../rows.ts'
import type { SealPid } from '../seal.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { syntheticNumber } from '../synthetic-number.ts'
import type { SeedPrisoner } from './prisoner.ts'

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
	/** Null: they have no account, and nobody can sign in as them. */
	familyIssuer: string | null
	/** The state of a permit that is not the first in its family. */
	otherState: () => PermitState
	seal: SealPid | null
	random: Random
	ids: SeededIds
	rows: VisitorRows
	/** How many were born on a date, so that no two have one number. */
	born: Map<LocalDate, number>
}

const friendsOfOne = 3

/** So many visitors for one prisoner: an adult first, then children and others, within what a prisoner's list takes. */
export function addFamily(registry: Registry, prisoner: SeedPrisoner, size: number): Member[] {
	const { random } = registry
	const members: Member[] = []
	let friends = 0
	for (let n = 0; n < size; n++) {
		const [first] = members
		if (first && random.chance(0.42)) {
			members.push(addChild(registry, prisoner, first))
			continue
		}
		const isFriend = friends < friendsOfOne && random.chance(first ? 0.25 : 0.15)
		if (isFriend) friends++
		const relationship: Relationship = isFriend ? 'friend' : random.pick(nearAdults)
		const state = first ? registry.otherState() : 'active'
		const near = !isFriend && random.chance(0.8)
		const person = addAdult(
			registry,
			`family-${registry.rows.visitors.length}`,
			near ? prisoner.names : somePool(random),
			near && random.chance(0.7) ? prisoner.familyName : null,
		)
		members.push(addPermit(registry, prisoner, { ...person, adult: true }, relationship, state))
	}
	return members
}

const nearAdults = ['spouse', 'partner', 'cohabitant', 'parent', 'sibling', 'grandparent'] as const

/** A person of age with no permit yet, called as the pool has it. */
export function addAdult(
	registry: Registry,
	name: string,
	names: NamePool,
	ofFamily: string | null = null,
): Pick<Member, 'visitorId' | 'visitorRef' | 'subject'> {
	const { random, ids, rows, since, seal } = registry
	const id = ids.id(since)
	const ref = ids.ref()
	const givenName = random.pick(names.given)
	const familyName = ofFamily ?? random.pick(names.family)
	const subject = registry.familyIssuer === null ? null : name
	const born = birthDate(registry, 20, 75)
	const serial = registry.born.get(born) ?? 0
	registry.born.set(born, serial + 1)
	const number = seal?.(syntheticNumber(born, serial), id)
	rows.visitors.push({
		...person(id, ref, givenName, familyName, born),
		birthDateSource: 'national-number',
		birthDateComparison: 'matches',
		issuer: registry.familyIssuer,
		subject,
		pidCipher: number?.pidCipher ?? null,
		pidKeyId: number?.pidKeyId ?? null,
		pidIndex: number?.pidIndex ?? null,
		email: subject && `${subject}@post.example`,
		language: random.pick(['nb', 'nb', 'nb', 'nn', 'en']),
	})
	return { visitorId: id, visitorRef: ref, subject }
}

function addChild(registry: Registry, prisoner: SeedPrisoner, guardian: Member): Member {
	const { random, ids, rows, since } = registry
	const id = ids.id(since)
	const ref = ids.ref()
	const born = birthDate(registry, 1, 14)
	rows.visitors.push({
		...person(id, ref, random.pick(prisoner.names.children), prisoner.familyName, born),
		birthDateSource: 'guardian',
		birthDateComparison: 'not-compared',
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
		prisoner,
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
	prisoner: SeedPrisoner,
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
		prisonerId: prisoner.id,
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
		recheckDue: prisoner.securityLevel === 'special-high' ? addDays(today, random.whole(60, 180)) : null,
	})
	return { ...who, permitId: id, permitRef: ref, holds: state === 'active' }
}

/** A birth date of someone between two ages, in whole years of the calendar. */
function birthDate({ random, today }: Registry, youngest: number, oldest: number): LocalDate {
	const two = (n: number) => String(n).padStart(2, '0')
	return `${Number(today.slice(0, 4)) - random.whole(youngest, oldest)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
}

/** One visitor for each while there are enough, and the rest by chance. */
export function familySizes(families: number, visitors: number, random: Random): number[] {
	const sizes: number[] = Array.from({ length: families }, (_, index) => (index < visitors ? 1 : 0))
	for (let left = visitors - families; left > 0; left--) {
		const index = random.whole(0, families - 1)
		sizes[index] = (sizes[index] ?? 0) + 1
	}
	return sizes
}
