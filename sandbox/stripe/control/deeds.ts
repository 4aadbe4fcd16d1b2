import { z } from 'zod'
import { type Mishaps, mishap, mishapKinds } from '../api/mishap.ts'
import type { Book } from '../book.ts'
import { disputeReasons, loseDispute, openDispute, winDispute } from '../objects/disputing.ts'
import { failRefund, settleRefund } from '../objects/refunding.ts'
import type { Sender } from '../webhooks/sender.ts'
import { calmWeather, weather } from '../webhooks/weather.ts'

export interface Controlled {
	book: Book
	sender: Sender
	mishaps: Mishaps
}

type Form = Record<string, string>

/** Does it, or says in Norwegian why not. */
type Deed = (controlled: Controlled, form: Form, at: number) => string | null | Promise<string | null>

const count = z.coerce.number()
const ticked = z
	.enum(['yes', 'no'])
	.default('no')
	.transform((said) => said === 'yes')

/** What the demo's person, or a test, may do with the outside world of payments. By the last part of the address. */
export const deeds: Record<string, Deed> = {
	/** The rules that webhooks travel by. What is left out is as in calm weather. */
	weather: ({ sender }, form) => {
		const asked = z
			.object({
				copies: count.default(calmWeather.copies),
				dropPercent: count.default(calmWeather.dropPercent),
				delayMs: count.default(calmWeather.delayMs),
				shuffle: ticked,
				hold: ticked,
				seed: count.default(calmWeather.seed),
			})
			.safeParse(form)
		const wanted = weather.safeParse(asked.data)
		if (!wanted.success) return 'Skriv tall: antall 1–20, prosent 0–100, forsinkelse 0–600000 ms.'
		sender.setWeather(wanted.data)
		return null
	},
	/** Lets go of the webhooks that are held back. */
	release: ({ sender }) => {
		sender.release()
		return null
	},
	/** Sends one event once more. */
	resend: ({ sender }, { event = '' }) => (sender.resend(event) ? null : 'Hendelsen finnes ikke.'),
	/** Waits until no webhook is on its way. */
	settled: async ({ sender }) => {
		await sender.settled()
		return null
	},
	/** Something that is to go wrong with the next requests. */
	mishap: ({ mishaps }, form) => {
		const wanted = z
			.object({
				kind: z.enum(mishapKinds),
				times: z.string().default('1'),
				on: z.string().default(''),
				ms: count.default(0),
			})
			.transform((one) => ({ ...one, times: one.times === '' ? null : Number(one.times) }))
			.pipe(mishap)
			.safeParse(form)
		if (!wanted.success) return 'Velg hva som skal gå galt, og hvor mange ganger (tomt: til det tas bort).'
		mishaps.add(wanted.data)
		return null
	},
	'no-mishaps': ({ mishaps }) => {
		mishaps.clear()
		return null
	},
	/** Whether new refunds wait to be settled by hand. */
	'refunds-wait': ({ book }, { wait }) => {
		book.refundsWait = wait === 'yes'
		return null
	},
	/** The bank takes a refund that waited, or sends one back. */
	refund: ({ book }, { id, outcome }, at) => {
		const refund = book.refunds.find((one) => one.id === id)
		if (!refund) return 'Refusjonen finnes ikke.'
		const done = outcome === 'failed' ? failRefund(book, refund, at) : settleRefund(book, refund, at)
		return done ? null : 'Det lar seg ikke gjøre med refusjonen slik den står.'
	},
	/** The card's holder disputes a payment. */
	dispute: ({ book }, { charge, payment_intent: intent, reason = 'fraudulent' }, at) => {
		const found = book.charges.find((one) => one.id === charge || (one.paid && one.payment_intent === intent))
		const why = disputeReasons.find((one) => one === reason)
		if (!found || !why) return 'Betalingen finnes ikke.'
		return openDispute(book, found, why, at) ? null : 'Det er ingenting å bestride.'
	},
	/** How a dispute ends. */
	'dispute-ends': ({ book }, { id, outcome }, at) => {
		const dispute = book.disputes.find((one) => one.id === id)
		if (!dispute) return 'Innsigelsen finnes ikke.'
		const done = outcome === 'won' ? winDispute(book, dispute, at) : loseDispute(book, dispute, at)
		return done ? null : 'Innsigelsen er avsluttet.'
	},
}

/** All that a program may want to see. */
export function seen({ book, mishaps }: Controlled) {
	return {
		weather: book.weather,
		refundsWait: book.refundsWait,
		mishaps: mishaps.list(),
		sessions: book.sessions,
		charges: book.charges,
		refunds: book.refunds,
		disputes: book.disputes,
		events: book.events.map(({ id, type, created, pending_webhooks }) => ({ id, type, created, pending_webhooks })),
		deliveries: book.deliveries,
	}
}
