import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { Overview } from '#sandbox/overview.ts'

type Person = Overview['people'][number]

/** Somebody whom the world knows, by their id there. */
export function personIn(world: Overview, id: string): Person {
	const found = world.people.find((person) => person.id === id)
	if (!found) throw new Error(`Nobody is called ${id} in this world`)
	return found
}

/** Signs in through the provider's own page, from the door that is this person's. */
export async function signIn(page: Page, world: Overview, id: string, to?: string): Promise<Person> {
	const person = personIn(world, id)
	const staff = person.kind === 'staff'
	await page.goto(staff ? paths.staff.signIn(to) : paths.signIn(to))
	await choosePerson(page, world, id)
	return person
}

/** From the sign-in page that somebody was sent to. */
export async function choosePerson(page: Page, world: Overview, id: string): Promise<void> {
	const person = personIn(world, id)
	const button = translator('nb')(person.kind === 'staff' ? 'sign-in.staff.button' : 'sign-in.button')
	await page.getByRole('main').getByRole('button', { name: button }).click()
	await page.waitForURL(`${world.identity}**`)
	await page.getByRole('button', { name: person.name, exact: true }).click()
	await page.waitForURL(`${world.app}/**`)
}
