import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { Relationship } from '#app/domain/permits/permit.ts'
import { nearFamily } from '#app/domain/permits/visitor-list.ts'
import type { DbOrTx } from '#db/client.server.ts'
import type { DemoFacilities } from './demo-facilities.ts'
import type { DemoFamily } from './demo-people.ts'
import { childNames, familyNames, givenNames } from './names.ts'
import type { Random } from './random.ts'
import { addPermit, addPrisoner, addVisitor } from './rows.ts'

const crowdSize: readonly (readonly [keyof DemoFacilities, string, number])[] = [
	['fjellheim', 'F', 40],
	['elvebredden', 'E', 30],
	['lyngmo', 'L', 24],
]

/** Families around the ones to sign in as. */
export async function addCrowd(db: DbOrTx, at: DemoFacilities, random: Random): Promise<DemoFamily[]> {
	const families: DemoFamily[] = []
	for (const [slug, letter, size] of crowdSize) {
		for (let n = 0; n < size; n++)
			families.push(await addCrowdFamily(db, at[slug], slug, `${letter}-${5000 + n}`, random))
	}
	return families
}

async function addCrowdFamily(
	db: DbOrTx,
	facilityId: string,
	slug: keyof DemoFacilities,
	number: string,
	random: Random,
): Promise<DemoFamily> {
	const familyName = random.pick(familyNames)
	const special = slug === 'fjellheim' && random.chance(0.1)
	const prisonerGivenName = random.pick(givenNames)
	const prisonerId = await addPrisoner(db, {
		number,
		facilityId,
		familyName,
		givenName: prisonerGivenName,
		born: bornBetween(random, 1958, 2003),
		unit: special ? 'S' : random.pick(['A', 'B']),
		securityLevel: special ? 'special-high' : slug === 'lyngmo' ? 'low' : 'high',
		legalStatus: random.chance(0.25) ? 'remand' : 'sentenced',
	})
	const relationship: Relationship = random.chance(0.7)
		? random.pick(nearFamily.filter((one) => one !== 'child'))
		: 'friend'
	const visitorId = await addVisitor(db, {
		familyName: random.chance(0.6) ? familyName : random.pick(familyNames),
		givenName: random.pick(givenNames),
		born: bornBetween(random, 1955, 2004),
	})
	await addPermit(db, { visitorId, prisonerId, relationship })
	const childIds: string[] = []
	if (random.chance(0.35)) {
		const childId = await addVisitor(db, {
			familyName,
			givenName: random.pick(childNames),
			born: bornBetween(random, 2010, 2024),
			guardians: [visitorId],
		})
		await addPermit(db, { visitorId: childId, prisonerId, relationship: 'child' })
		childIds.push(childId)
	}
	return {
		named: false,
		prisonerId,
		prisonerNumber: number,
		prisonerName: `${prisonerGivenName} ${familyName}`,
		facilityId,
		visitorId,
		childIds,
	}
}

function bornBetween(random: Random, from: number, to: number): LocalDate {
	const two = (n: number) => String(n).padStart(2, '0')
	return `${random.whole(from, to)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`
}
