import { eq } from 'drizzle-orm'
import { readConfig } from '#app/config.server.ts'
import { roles } from '#app/domain/access/roles.ts'
import { paths } from '#app/paths.ts'
import { type FormSubject, formContextOf } from '#app/services/identity/form-context.server.ts'
import { createFacilityKey } from '#app/services/register/facility-key.server.ts'
import { facility } from '#db/schema/index.ts'
import { addOfficer, addVisitor } from '#sandbox/seeds/rows.ts'
import { openWebSession, type SignedInAs } from '#tests/support/web-sessions.ts'
import type { WebBrowser } from '../browser.ts'
import type { Web } from '../web.ts'

/** One column of the matrix. */
export interface Caller {
	name: string
	/** Sees what belongs to nobody: whatever they are shown, it is of another family or another prison. */
	isAnother: boolean
	/** A browser of their own, which may be signed out. */
	open(): Promise<WebBrowser>
	/** What the forms of their pages carry. */
	formContext: string | null
	bearer: string | null
}

/** Whoever may come to an address, from those who may least. `kariId` is whose everything is. */
export async function callersOf(web: Web, kariId: string): Promise<Caller[]> {
	const keys = readConfig(web.env)
	const { hal, bjo } = web.facilities
	const contextOf = (subject: FormSubject) => formContextOf(subject, keys)
	const signedIn = async (who: SignedInAs): Promise<WebBrowser> => {
		const browser = web.browser()
		const { issuer } = 'visitorId' in who ? web.identity.family : web.identity.staff
		const { name, value } = await openWebSession(web.db, who, { issuer, subject: 'matrix' })
		browser.setCookie(name, value)
		return browser
	}
	const family = (name: string, visitorId: string, isAnother: boolean): Caller => ({
		...{ name, isAnother, bearer: null, open: () => signedIn({ visitorId }) },
		formContext: contextOf({ kind: 'visitor', visitorId }),
	})
	const officer = async (
		name: string,
		facilityId: string,
		held: readonly (typeof roles)[number][],
	): Promise<Caller> => {
		const officerId = await addOfficer(web.db, {
			...{ name: 'Matrix', issuer: web.identity.staff.issuer, subject: `matrix ${name}` },
			roles: held.map((role) => ({ facilityId, role })),
		})
		return {
			...{ name, isAnother: facilityId !== hal, bearer: null, open: () => signedIn({ officerId, facilityId }) },
			formContext: contextOf({ kind: 'officer', officerId, facilityId }),
		}
	}
	const machine = async (name: string, facilityId: string): Promise<Caller> => {
		const ctx = { db: web.db, now: new Date(), requestId: null, actor: { kind: 'system' } as const }
		const [row] = await web.db.select().from(facility).where(eq(facility.id, facilityId))
		const { token } = await createFacilityKey(ctx, { facility: row?.slug ?? '', name })
		return { name, isAnother: facilityId !== hal, open: async () => web.browser(), formContext: null, bearer: token }
	}
	const newcomer = web.browser()
	await newcomer.signIn('family', 'ola')
	const other = await addVisitor(web.db, { givenName: 'Siv', familyName: 'Annen' })
	return [
		{ name: 'signed out', isAnother: true, open: async () => web.browser(), formContext: null, bearer: null },
		{
			...{ name: 'newcomer', isAnother: true, open: async () => newcomer, bearer: null },
			formContext: await newcomer.formContext(paths.welcome()),
		},
		family('another family', other, true),
		family('family', kariId, false),
		...(await Promise.all(roles.map((role) => officer(role, hal, [role])))),
		await officer('all roles elsewhere', bjo, roles),
		await machine('key', hal),
		await machine('key elsewhere', bjo),
	]
}
