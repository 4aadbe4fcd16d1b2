import { expect, type Page } from '@playwright/test'
import type { Card } from '#sandbox/stripe/pay/words.ts'
import { words } from '#sandbox/stripe/pay/words.ts'
import { AmountPage, PayeePage, PaymentCheckPage, PhonePage } from '../pages/phone-pages.ts'

const here = words.en

/** Where cards are charged: as people meet it, and what a test may do with it. */
export interface CardPayments {
	/** Pays by a card that does this, on the page that stands open. */
	payBy(page: Page, card: Card): Promise<void>
	/** Leaves that page without paying. */
	leave(page: Page): Promise<void>
	isOpen(page: Page): Promise<void>
	/** Webhooks are held back, or let go and from then on sent as usual. */
	holdWebhooks(hold: boolean): Promise<void>
	/** Nobody answers the portal, or somebody does again. */
	hangUp(down: boolean): Promise<void>
}

export function cardPayments(origin: string): CardPayments {
	const action = async (name: string, form: Record<string, string> = {}) => {
		const answer = await fetch(new URL(`/control/${name}`, origin), {
			method: 'POST',
			headers: { accept: 'application/json' },
			body: new URLSearchParams(form),
		})
		if (!answer.ok) throw new Error(`The payments answer ${answer.status} to ${name}: ${await answer.text()}`)
	}
	const isOpen = async (page: Page) => {
		await page.waitForURL(`${origin}pay/**`)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(here.title)
	}
	return {
		isOpen,
		async payBy(page, card) {
			await isOpen(page)
			await page.getByRole('radio', { name: here.card[card], exact: true }).check()
			await page.getByRole('button').click()
		},
		async leave(page) {
			await isOpen(page)
			await page.getByRole('link', { name: here.leave }).click()
		},
		async holdWebhooks(hold) {
			await action('delivery', { hold: hold ? 'yes' : 'no' })
			if (!hold) await action('release')
		},
		hangUp: (down) => (down ? action('fault', { kind: 'down', times: '' }) : action('no-faults')),
	}
}

interface Payment {
	person: string
	number: string
	/** As the choice of it reads. */
	amount: string
}

/** As far as the last page of our own, in English. */
export async function toCheck(page: Page, { person, number, amount }: Payment): Promise<PaymentCheckPage> {
	const phone = new PhonePage(page, 'en')
	await phone.visit()
	await phone.payFor(person).click()
	const payee = new PayeePage(page, 'en')
	await payee.isHere()
	await payee.number.fill(number)
	await payee.next.click()
	const amounts = new AmountPage(page, 'en')
	await amounts.isHere()
	await amounts.amount(amount).check()
	await amounts.next.click()
	const check = new PaymentCheckPage(page, 'en')
	await check.isHere()
	return check
}
