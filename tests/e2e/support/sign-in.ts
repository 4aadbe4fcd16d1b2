import { expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { cookies } from '#app/http/cookies.server.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { officer, visitor } from '#db/schema/index.ts'
import type { Overview } from '#sandbox/overview.ts'
import { openWebSession, type SignedInAs } from '#tests/support/web-sessions.ts'

type Person = Overview['people'][number]

/** Somebody whom the world knows, by their id there. */
export function personIn(stack: Overview, id: string): Person {
	const found = stack.people.find((person) => person.id === id)
	if (!found) throw new Error(`Nobody is called ${id} in this world`)
	return found
}

/**
 * Gives the browser a session of this person's, as a sign-in of this moment leaves it, without a page or the provider: who
 * signs out afterwards, or in once more, begins with `signInAtIssuer`. Opens the page that was asked for, if one was.
 */
export async function signIn(
	page: Page,
	stack: Overview & { ownerUrl: string },
	id: string,
	to?: string,
): Promise<Person> {
	const person = personIn(stack, id)
	const db = connect(stack.ownerUrl, { max: 1 })
	try {
		const { who, language } = await accountOf(db, person)
		const session = await openWebSession(db, who, { issuer: stack.identity, subject: id })
		const context = page.context()
		const hasChosen = (await context.cookies(stack.app)).some(({ name }) => name === cookies.language)
		const spoken = language === null || hasChosen ? [] : [{ name: cookies.language, value: language }]
		// Chromium takes a Secure cookie for https alone, and sends it to http://localhost all the same.
		const url = stack.app.replace(/^http:/, 'https:')
		await context.addCookies(
			[session, ...spoken].map((cookie) => ({ ...cookie, url, secure: true, httpOnly: true, sameSite: 'Lax' })),
		)
	} finally {
		await disconnect(db)
	}
	if (to !== undefined) await page.goto(to)
	return person
}

interface Account {
	who: SignedInAs
	/** What a family's pages are written in from the sign-in on, where the browser has chosen nothing. */
	language: string | null
}

/** An officer begins where the application would begin: in the first of their facilities. */
async function accountOf(db: Db, { id, kind, email = '' }: Person): Promise<Account> {
	if (kind === 'staff') {
		const [found] = await db.select().from(officer).where(eq(officer.subject, id))
		if (found) return { who: { officerId: found.id, facilityId: null }, language: null }
	} else {
		const [found] = await db.select().from(visitor).where(eq(visitor.email, email))
		if (found) return { who: { visitorId: found.id }, language: found.language }
	}
	throw new Error(`${id} has no account in this world`)
}

/** Signs in as a browser does it, form by form through the provider, without drawing a page on the way. */
export async function signInAtIssuer(page: Page, stack: Overview, id: string, to?: string): Promise<Person> {
	const person = personIn(stack, id)
	const { request } = page
	const choice = await request.post(doorOf(person), { headers: sameOrigin(stack.app), form: {} })
	expect(choice.url(), `the page of the provider: ${choice.status()}`).toContain(stack.identity)
	const entered = await request.post(choice.url(), { headers: sameOrigin(stack.identity), form: { person: id } })
	expect(entered.ok(), `${person.name} signed in: ${entered.status()} from ${entered.url()}`).toBe(true)
	expect(entered.url(), 'the page that one comes to').toContain(stack.app)
	if (to !== undefined) await page.goto(to)
	return person
}

/** Signs in as people do it, on the pages themselves, from the door that is this person's. */
export async function signInByHand(page: Page, stack: Overview, id: string): Promise<Person> {
	const person = personIn(stack, id)
	await page.goto(doorOf(person))
	const button = translator('nb')(person.kind === 'staff' ? 'sign-in.staff.button' : 'sign-in.button')
	await page.getByRole('main').getByRole('button', { name: button }).click()
	await page.waitForURL(`${stack.identity}**`)
	await page.getByRole('button', { name: person.name, exact: true }).click()
	await page.waitForURL(`${stack.app}/**`)
	return person
}

function doorOf({ kind }: Person): string {
	return kind === 'staff' ? paths.staff.signIn() : paths.signIn()
}

/** What a browser says of a form that a page sends to its own origin. */
function sameOrigin(address: string) {
	return { origin: new URL(address).origin, 'sec-fetch-site': 'same-origin' }
}
