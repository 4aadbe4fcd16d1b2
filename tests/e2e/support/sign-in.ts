import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { Overview } from '#sandbox/overview.ts'

type Person = Overview['people'][number]

/** Somebody whom the world knows, by their id there. */
export function personIn(stack: Overview, id: string): Person {
	const found = stack.people.find((person) => person.id === id)
	if (!found) throw new Error(`Nobody is called ${id} in this world`)
	return found
}

/**
 * Signs in as a browser does it, form by form through the provider, without drawing a page on the way: a session of this
 * browser's own, as real as any. Opens the page that was asked for, if one was.
 */
export async function signIn(page: Page, stack: Overview, id: string, to?: string): Promise<Person> {
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
