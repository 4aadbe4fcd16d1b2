import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { PermitState } from '#app/domain/permits/permit.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { guardianship, prisoner, visitor } from '#db/schema/index.ts'
import { insertRows } from '../insert.ts'
import { somePool } from '../names.ts'
import { addCounsel, type Counsel } from '../population/counsel.ts'
import { addAdult, addFamily, familySizes, type Member, type Registry } from '../population/families.ts'
import type { SeedPrisoner } from '../population/prisoner.ts'
import type { Random } from '../random.ts'
import { folded } from '../rows.ts'
import type { SealPid } from '../seal.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { shuffleBag, weightedItems } from '../weighted-choice.ts'
import type { DemoFacilities } from './facilities.ts'
import type { DemoSize } from './size.ts'
import type { Slug } from './staff.ts'

export interface PopulationFamily {
	slug: Slug
	prisoner: SeedPrisoner
	name: string
	members: Member[]
}

export interface Population {
	families: PopulationFamily[]
	counsels: Readonly<Record<Slug, Counsel[]>>
	/** They have no permit yet. */
	applicants: { visitorId: string; born: LocalDate }[]
	registry: Registry
}

const letters: readonly (readonly [Slug, string])[] = [
	['fjellheim', 'F'],
	['elvebredden', 'E'],
	['lyngmo', 'L'],
]

/** Made up before anything of them is written, so that what is decided about them can be filled in. */
export function createPopulation(
	at: DemoFacilities,
	size: DemoSize,
	given: { since: Date; today: LocalDate; seal: SealPid; random: Random; ids: SeededIds; taken: readonly LocalDate[] },
): Population & { prisoners: (typeof prisoner.$inferInsert)[] } {
	const { random } = given
	const states: readonly PermitState[] = weightedItems([
		[9, 'active'],
		[1, 'suspended'],
		[1, 'lapsed'],
		[1, 'ended'],
	])
	const registry: Registry = {
		...given,
		familyIssuer: null,
		otherState: shuffleBag(random, states),
		rows: { visitors: [], guardianships: [], permits: [] },
		born: new Map(given.taken.map((date) => [date, 1])),
	}
	const prisoners = letters.flatMap(([slug, letter]) => createPrisoners(slug, letter, at[slug], size, given))
	const lawyers = size.lawyers * letters.length
	const sizes = familySizes(prisoners.length, size.visitors - lawyers - size.applicants, random)
	const families = prisoners.map(({ slug, prisoner, name }, index) => ({
		slug,
		prisoner,
		name,
		members: addFamily(registry, prisoner, sizes[index] ?? 0),
	}))
	const counselsAt = (slug: Slug) => {
		const prisoners = families.filter((one) => one.slug === slug).map(({ prisoner }) => prisoner)
		return Array.from({ length: size.lawyers }, (_, n) => addCounsel(registry, prisoners, n + 1))
	}
	const counsels = {
		fjellheim: counselsAt('fjellheim'),
		elvebredden: counselsAt('elvebredden'),
		lyngmo: counselsAt('lyngmo'),
	}
	const applicants = Array.from({ length: size.applicants }, () => {
		const { visitorId } = addAdult(registry, '', somePool(random))
		return { visitorId, born: registry.rows.visitors.at(-1)?.born ?? given.today }
	})
	return { families, counsels, applicants, registry, prisoners: prisoners.map(({ row }) => row) }
}

/** The people alone: permits name the decisions by which they were granted, which name the people. */
export async function insertPopulation(
	tx: DbOrTx,
	prisoners: readonly (typeof prisoner.$inferInsert)[],
	{ rows }: Registry,
): Promise<void> {
	await insertRows(tx, prisoner, prisoners)
	await insertRows(tx, visitor, rows.visitors)
	await insertRows(tx, guardianship, rows.guardianships)
}

function createPrisoners(
	slug: Slug,
	letter: string,
	facilityId: string,
	size: DemoSize,
	{ since, today, random, ids }: { since: Date; today: LocalDate; random: Random; ids: SeededIds },
) {
	const isSpecial = shuffleBag(
		random,
		weightedItems([[1, true], ...(slug === 'fjellheim' ? [[11, false] as const] : [])]),
	)
	const isReleased = shuffleBag(
		random,
		weightedItems([
			[1, true],
			[11, false],
		]),
	)
	const statusOf = shuffleBag(
		random,
		weightedItems([
			[4, 'sentenced' as const],
			[2, 'remand' as const],
			[1, 'preventive-detention' as const],
		]),
	)
	return Array.from({ length: size.prisoners[slug] }, (_, n) => {
		const names = somePool(random)
		const givenName = random.pick(names.given)
		const familyName = random.pick(names.family)
		const special = slug === 'fjellheim' && isSpecial()
		const row: typeof prisoner.$inferInsert = {
			id: ids.id(since),
			ref: ids.ref(),
			number: `${letter}-${5000 + n}`,
			givenName,
			familyName,
			foldedName: folded(givenName, familyName),
			born: `${Number(today.slice(0, 4)) - random.whole(19, 68)}-${String(random.whole(1, 12)).padStart(2, '0')}-15`,
			facilityId,
			unit: special ? 'S' : random.pick(['A', 'B']),
			securityLevel: special
				? 'special-high'
				: slug === 'lyngmo'
					? random.pick(['low', 'low', 'transitional'])
					: 'high',
			legalStatus: statusOf(),
			custody: isReleased() ? 'released' : 'in',
		}
		return { slug, row, name: `${givenName} ${familyName}`, prisoner: { ...row, names } }
	})
}
