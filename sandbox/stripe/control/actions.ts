import { z } from 'zod'
import { type FaultInjector, injectedFault, injectedFaultKinds } from '../api/injected-fault.ts'
import { disputeReasons, loseDispute, openDispute, winDispute } from '../objects/disputing.ts'
import { failRefund, settleRefund } from '../objects/refunding.ts'
import type { Store } from '../store.ts'
import { deliverySettings, reliableDelivery } from '../webhooks/delivery-settings.ts'
import type { Sender } from '../webhooks/sender.ts'

export interface Controlled {
	store: Store
	sender: Sender
	faults: FaultInjector
}

type Form = Record<string, string>

/** Does it, or says in Norwegian why not. */
type Action = (controlled: Controlled, form: Form, at: number) => string | null | Promise<string | null>

const count = z.coerce.number()
const ticked = z
	.enum(['yes', 'no'])
	.default('no')
	.transform((said) => said === 'yes')

/** What the demo's person, or a test, may do with the outside world of payments. By the last part of the address. */
export const actions: Record<string, Action> = {
	/** The rules that webhooks travel by. What is left out is as in a reliable network. */
	delivery: ({ sender }, form) => {
		const asked = z
			.object({
				copies: count.default(reliableDelivery.copies),
				dropPercent: count.default(reliableDelivery.dropPercent),
				delayMs: count.default(reliableDelivery.delayMs),
				shuffle: ticked,
				hold: ticked,
				seed: count.default(reliableDelivery.seed),
			})
			.safeParse(form)
		const wanted = deliverySettings.safeParse(asked.data)
		if (!wanted.success) return 'Skriv tall: antall 1–20, prosent 0–100, forsinkelse 0–600000 ms.'
		sender.setDelivery(wanted.data)
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
	fault: ({ faults }, form) => {
		const wanted = z
			.object({
				kind: z.enum(injectedFaultKinds),
				times: z.string().default('1'),
				on: z.string().default(''),
				ms: count.default(0),
			})
			.transform((one) => ({ ...one, times: one.times === '' ? null : Number(one.times) }))
			.pipe(injectedFault)
			.safeParse(form)
		if (!wanted.success) return 'Velg hva som skal gå galt, og hvor mange ganger (tomt: til det tas bort).'
		faults.add(wanted.data)
		return null
	},
	'no-faults': ({ faults }) => {
		faults.clear()
		return null
	},
	/** Whether new refunds wait to be settled by hand. */
	'refunds-wait': ({ store }, { wait }) => {
		store.refundsWait = wait === 'yes'
		return null
	},
	/** The bank takes a refund that waited, or sends one back. */
	refund: ({ store }, { id, outcome }, at) => {
		const refund = store.refunds.find((one) => one.id === id)
		if (!refund) return 'Refusjonen finnes ikke.'
		const done = outcome === 'failed' ? failRefund(store, refund, at) : settleRefund(store, refund, at)
		return done ? null : 'Det lar seg ikke gjøre med refusjonen slik den står.'
	},
	/** The card's holder disputes a payment. */
	dispute: ({ store }, { charge, payment_intent: intent, reason = 'fraudulent' }, at) => {
		const found = store.charges.find((one) => one.id === charge || (one.paid && one.payment_intent === intent))
		const why = disputeReasons.find((one) => one === reason)
		if (!found || !why) return 'Betalingen finnes ikke.'
		return openDispute(store, found, why, at) ? null : 'Det er ingenting å bestride.'
	},
	/** How a dispute ends. */
	'dispute-ends': ({ store }, { id, outcome }, at) => {
		const dispute = store.disputes.find((one) => one.id === id)
		if (!dispute) return 'Innsigelsen finnes ikke.'
		const done = outcome === 'won' ? winDispute(store, dispute, at) : loseDispute(store, dispute, at)
		return done ? null : 'Innsigelsen er avsluttet.'
	},
}

/** All that a program may want to see. */
export function seen({ store, faults }: Controlled) {
	return {
		delivery: store.delivery,
		refundsWait: store.refundsWait,
		faults: faults.list(),
		sessions: store.sessions,
		charges: store.charges,
		refunds: store.refunds,
		disputes: store.disputes,
		events: store.events.map(({ id, type, created, pending_webhooks }) => ({ id, type, created, pending_webhooks })),
		deliveries: store.deliveries,
	}
}
