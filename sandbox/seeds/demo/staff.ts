import type { Role } from '#app/domain/access/roles.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { somePool } from '../names.ts'
import type { Random } from '../random.ts'
import { addOfficer } from '../rows.ts'
import type { DemoFacilities } from './facilities.ts'

export type Slug = keyof DemoFacilities

/** Who decides and who is the second in one facility. */
export interface Deciders {
	facilityId: string
	screening: string
	first: string
	second: string
}

const posts: readonly Role[] = ['visit-officer', 'screening-officer', 'decision-maker', 'finance', 'admin', 'auditor']

/** Officers of every role in every facility, beside those to sign in as. `leaders` are the decision-makers to sign in as. */
export async function addStaff(
	db: DbOrTx,
	at: DemoFacilities,
	leaders: Readonly<Record<Slug, string>>,
	staffIssuer: string,
	random: Random,
): Promise<Readonly<Record<Slug, Deciders>>> {
	const appoint = async (slug: Slug): Promise<Deciders> => {
		const created = new Map<Role, string>()
		for (const role of posts) {
			const names = somePool(random)
			const name = `${random.pick(names.given)} ${random.pick(names.family)}`
			const roles = [{ role, facilityId: at[slug] }]
			created.set(role, await addOfficer(db, { name, issuer: staffIssuer, subject: `${slug}-${role}`, roles }))
		}
		const first = leaders[slug]
		return {
			facilityId: at[slug],
			screening: created.get('screening-officer') ?? first,
			first,
			second: created.get('decision-maker') ?? first,
		}
	}
	return {
		fjellheim: await appoint('fjellheim'),
		elvebredden: await appoint('elvebredden'),
		lyngmo: await appoint('lyngmo'),
	}
}
