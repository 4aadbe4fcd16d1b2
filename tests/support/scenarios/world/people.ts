import { roles } from '#app/domain/access/roles.ts'
import { normalNumber } from '#app/services/applications/apply.server.ts'
import { guardianship, officerRelation } from '#db/schema/index.ts'
import { addOfficer, addPrisoner, addVisitor } from '#db/worlds/rows.ts'
import type { GivenOfficers, GivenPrisoners, GivenVisitors } from '../parse/given-people.ts'
import { standingOfficers } from '../parse/given-people.ts'
import type { World } from './world.ts'

export async function putPrisoners(world: World, given: GivenPrisoners): Promise<void> {
	for (const [label, { facility, number, name, ...row }] of Object.entries(given)) {
		const made = `Innsatt ${label}`.split(' ')
		const words = name?.trim().split(/\s+/) ?? made
		const id = await addPrisoner(world.owner, {
			...row,
			number: normalNumber(number ?? `N-${label}`),
			givenName: words.slice(0, -1).join(' '),
			familyName: words.at(-1) ?? label,
			facilityId: world.labels.idOf(facility),
		})
		world.labels.put('prisoner', label, id)
	}
}

export async function putVisitors(world: World, given: GivenVisitors): Promise<void> {
	for (const [label, { born }] of Object.entries(given)) {
		const id = await addVisitor(world.owner, { born, givenName: label, familyName: 'Nordmann' })
		world.labels.put('visitor', label, id)
	}
	for (const [label, { guardians, relatedOfficers }] of Object.entries(given)) {
		const id = world.labels.idOf({ kind: 'visitor', label })
		if (guardians.length > 0) {
			await world.owner
				.insert(guardianship)
				.values(guardians.map((guardian) => ({ childId: id, guardianId: world.labels.idOf(guardian) })))
		}
		if (relatedOfficers.length > 0) {
			await world.owner
				.insert(officerRelation)
				.values(relatedOfficers.map((officer) => ({ officerId: world.labels.idOf(officer), visitorId: id })))
		}
	}
}

/** The officers of the file, each in one role in one facility, and the two who may do everything everywhere. */
export async function putOfficers(world: World, given: GivenOfficers): Promise<void> {
	const somewhere = world.labels.all('facility')[0]?.[1] ?? ''
	const everywhere = roles.map((role) => ({ role, facilityId: null }))
	const standing = standingOfficers.map((label) => ({ label, facilityId: somewhere, grants: everywhere }))
	const own = Object.entries(given).map(([label, { role, facility }]) => {
		const facilityId = world.labels.idOf(facility)
		return { label, facilityId, grants: [{ role, facilityId }] }
	})
	for (const { label, facilityId, grants } of [...standing, ...own]) {
		const who = { name: label, issuer: 'https://staff.test', subject: label }
		const id = await addOfficer(world.owner, { ...who, roles: grants })
		world.labels.put('officer', label, id)
		world.officers.set(id, { facilityId, grants })
	}
}
