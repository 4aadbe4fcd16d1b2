import { eq } from 'drizzle-orm'
import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { visitor } from '#db/schema/index.ts'
import { addOfficer, addPermit, addPrisoner, addVisitor } from '../rows.ts'
import type { SealPid } from '../seal.ts'
import { syntheticNumber } from '../synthetic-number.ts'
import type { DemoFacilities } from './facilities.ts'
import type { Slug } from './staff.ts'

/** Somebody to sign in as. */
export interface DemoPerson {
	id: string
	kind: 'family' | 'staff'
	name: string
	/** Synthetic national number, for families. */
	pid?: string
	/** The service's own identifier, for officers. */
	employeeId?: string
	email?: string
	can: string
}

const adults = {
	amina: {
		givenName: 'Amina',
		familyName: 'Solberg',
		born: '1991-03-14',
		language: 'nb',
		can: 'Har ikke søkt ennå. Søk om å besøke F-1002, Eirik Berg',
	},
	kari: {
		givenName: 'Kari',
		familyName: 'Haugen',
		born: '1988-04-02',
		language: 'nb',
		can: 'Har to barn og tillatelse på Fjellheim: bestill, endre, avlys',
	},
	sunniva: {
		givenName: 'Sunniva',
		familyName: 'Eide',
		born: '1979-11-23',
		language: 'nn',
		can: 'Må ha glassvegg, så bare luke tilbys. Les på nynorsk',
	},
	john: {
		givenName: 'John',
		familyName: 'Myhre',
		born: '1962-06-01',
		language: 'en',
		can: 'Far til en på Elvebredden, der en betjent svarer på forespørsler. Leser engelsk',
	},
	nina: {
		givenName: 'Nina',
		familyName: 'Strand',
		born: '1990-02-28',
		language: 'nb',
		can: 'Kan reservere besøkshuset på Lyngmo for en natt',
	},
} as const satisfies Record<
	string,
	{ givenName: string; familyName: string; born: LocalDate; language: 'nb' | 'nn' | 'en'; can: string }
>

const staff = [
	{
		id: 'berit',
		name: 'Berit Lund',
		employeeId: 'B1001',
		role: 'decision-maker',
		at: 'fjellheim',
		can: 'Leder på Fjellheim: søknader, vedtak, besøk, timeplan',
	},
	{
		id: 'morten',
		name: 'Morten Dahl',
		employeeId: 'B1002',
		role: 'visit-officer',
		at: 'fjellheim',
		can: 'Besøksbetjent på Fjellheim: dagen, innsjekk, bestillinger, stenging',
	},
	{
		id: 'siri',
		name: 'Siri Moen',
		employeeId: 'B1003',
		role: 'screening-officer',
		at: 'fjellheim',
		can: 'Saksbehandler på Fjellheim: kontroller av søknader',
	},
	{
		id: 'terje',
		name: 'Terje Aas',
		employeeId: 'B2001',
		role: 'decision-maker',
		at: 'elvebredden',
		can: 'Leder på Elvebredden: svarer på forespørsler',
	},
	{
		id: 'hilde',
		name: 'Hilde Iversen',
		employeeId: 'B3001',
		role: 'decision-maker',
		at: 'lyngmo',
		can: 'Leder på Lyngmo: besøkshuset',
	},
	{
		id: 'unni',
		name: 'Unni Falk',
		employeeId: 'B2002',
		role: 'finance',
		at: 'elvebredden',
		can: 'Økonomi på Elvebredden: telefonpenger',
	},
	{
		id: 'olav',
		name: 'Olav Rem',
		employeeId: 'B2003',
		role: 'finance',
		at: 'elvebredden',
		can: 'Økonomi på Elvebredden: den andre til å godkjenne',
	},
	{
		id: 'eva',
		name: 'Eva Jacobsen',
		employeeId: 'B9002',
		role: 'admin',
		at: 'fjellheim',
		can: 'Administrator på Fjellheim: timeplan og rom',
	},
	{
		id: 'knut',
		name: 'Knut Sæther',
		employeeId: 'B9001',
		role: 'auditor',
		at: 'fjellheim',
		can: 'Revisor på Fjellheim: leser, gjør ingenting',
	},
] as const

/** Whom to sign in as. The same at each start. */
export function demoPeople(): DemoPerson[] {
	const families = Object.entries(adults).map(
		([id, { givenName, familyName, born, can }]): DemoPerson => ({
			id,
			kind: 'family',
			name: `${givenName} ${familyName}`,
			pid: syntheticNumber(born, 0),
			email: emailOf(givenName, familyName),
			can,
		}),
	)
	return [
		...families,
		...staff.map(({ id, name, employeeId, can }): DemoPerson => ({ id, kind: 'staff', name, employeeId, can })),
	]
}

/** When they were born: whose numbers are taken. */
export const namedBirthDates: readonly LocalDate[] = Object.values(adults).map(({ born }) => born)

/** Writes them, and answers the decision-maker of each facility. */
export async function addDemoPeople(
	db: DbOrTx,
	at: DemoFacilities,
	seal: SealPid,
	staffIssuer: string,
): Promise<Record<Slug, string>> {
	const leaders: Record<Slug, string> = { fjellheim: '', elvebredden: '', lyngmo: '' }
	for (const { id, name, role, at: slug } of staff) {
		const roles = [{ role, facilityId: at[slug] }]
		const officerId = await addOfficer(db, { name, issuer: staffIssuer, subject: id, roles })
		if (role === 'decision-maker') leaders[slug] = officerId
	}
	await addNamedFamilies(db, at, seal)
	return leaders
}

async function addNamedFamilies(db: DbOrTx, at: DemoFacilities, seal: SealPid): Promise<void> {
	const adult = async (key: keyof typeof adults) => {
		const { can: _can, ...row } = adults[key]
		const visitorId = await addVisitor(db, { ...row, email: emailOf(row.givenName, row.familyName) })
		await db
			.update(visitor)
			.set({
				...seal(syntheticNumber(row.born, 0), visitorId),
				birthDateSource: 'national-number',
				birthDateComparison: 'matches',
			})
			.where(eq(visitor.id, visitorId))
		return visitorId
	}
	const family = async (
		visitorId: string,
		given: Parameters<typeof addPrisoner>[1] & { givenName: string; familyName: string },
		permit: Partial<Parameters<typeof addPermit>[1]>,
		children: readonly [string, LocalDate][] = [],
	) => {
		const prisonerId = await addPrisoner(db, given)
		await addPermit(db, { visitorId, prisonerId, ...permit })
		for (const [givenName, born] of children) {
			const childId = await addVisitor(db, { givenName, familyName: given.familyName, born, guardians: [visitorId] })
			await addPermit(db, { visitorId: childId, prisonerId, relationship: 'child' })
		}
	}

	await adult('amina')
	await addPrisoner(db, {
		number: 'F-1002',
		givenName: 'Eirik',
		familyName: 'Berg',
		born: '1987-02-11',
		facilityId: at.fjellheim,
		unit: 'B',
	})
	await family(
		await adult('kari'),
		{ number: 'F-1001', givenName: 'Jonas', familyName: 'Haugen', born: '1986-09-30', facilityId: at.fjellheim },
		{ relationship: 'spouse' },
		[
			['Emma', '2017-05-20'],
			['Jakob', '2009-08-03'],
		],
	)
	await family(
		await adult('sunniva'),
		{ number: 'F-1003', givenName: 'Håkon', familyName: 'Eide', born: '1981-01-05', facilityId: at.fjellheim },
		{ relationship: 'sibling', controls: ['overheard', 'no-touch', 'glass'] },
	)
	await family(
		await adult('john'),
		{
			number: 'E-2001',
			givenName: 'Andreas',
			familyName: 'Myhre',
			born: '1993-12-12',
			facilityId: at.elvebredden,
			legalStatus: 'remand',
		},
		{ relationship: 'parent' },
	)
	await family(
		await adult('nina'),
		{
			number: 'L-3001',
			givenName: 'Martin',
			familyName: 'Strand',
			born: '1989-07-07',
			facilityId: at.lyngmo,
			securityLevel: 'low',
		},
		{ relationship: 'cohabitant' },
		[['Isak', '2020-10-10']],
	)
}

function emailOf(givenName: string, familyName: string): string {
	return `${ascii(givenName)}.${ascii(familyName)}@post.example`
}

function ascii(name: string): string {
	return name
		.toLowerCase()
		.replace(/æ/g, 'ae')
		.replace(/ø/g, 'o')
		.replace(/å/g, 'a')
		.replace(/[^a-z]/g, '')
}
