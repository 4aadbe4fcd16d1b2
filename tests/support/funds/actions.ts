import { randomUUID } from 'node:crypto'
import { isOutage } from '#app/http/outage.server.ts'
import { ServiceError } from '#app/services/errors.ts'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { recordCall } from '#app/services/funds/phone-credit/record-call.server.ts'
import { decideRefund, refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import type { Checkout } from './checkout.ts'
import type { EventType } from './fake-stripe.ts'
import type { FundsHistory } from './history-state.ts'

type Happening = (history: FundsHistory) => Promise<void> | void

/** Each as often as it stands here. */
const happenings: readonly (readonly [name: string, weight: number, happening: Happening])[] = [
	['start', 6, start],
	[
		'pay',
		8,
		(history) => atStripe(history, 'checkout.session.completed', (one) => history.fixture.stripe.pay(one.checkoutId)),
	],
	['pay-otherwise', 1, payOtherwise],
	[
		'close',
		1,
		(history) => atStripe(history, 'checkout.session.expired', (one) => history.fixture.stripe.close(one.checkoutId)),
	],
	['refund-at-stripe', 1, refundAtStripe],
	[
		'dispute',
		2,
		(history) => ofPaid(history, 'charge.dispute.created', (one) => history.fixture.stripe.dispute(one.checkoutId)),
	],
	['end-dispute', 2, endDispute],
	['fail-refund', 1, failRefund],
	['call', 3, call],
	['refund', 2, refund],
	['custody', 1, custody],
	['deliver', 10, deliver],
	['forge', 1, forge],
]

export async function doSomething(history: FundsHistory): Promise<void> {
	const [name, , happening] = history.random.pick(
		happenings.flatMap((one) => Array.from({ length: one[1] }, () => one)),
	)
	await happening(history)
	history.done.set(name, (history.done.get(name) ?? 0) + 1)
}

/** What a rule or a state refuses, and what could not be finished now, is part of life. */
async function orRefused(run: Promise<unknown>): Promise<void> {
	try {
		await run
	} catch (error) {
		if (!isAnswered(error)) throw error
	}
}

/** A refusal, or 503 to whoever asked: on a busy machine a statement may run out of its time. */
const isAnswered = (error: unknown) => error instanceof ServiceError || isOutage(error)

const systemOf = ({ db, now }: FundsHistory) => ({ db, now, actor: { kind: 'system' as const }, requestId: null })

/** A form that is sent once, twice at the same moment, or again after it failed. */
async function start(history: FundsHistory): Promise<void> {
	const { db, now, random, fixture } = history
	const input = {
		prisonerId: random.pick(fixture.prisoners).id,
		ore: random.whole(50, 500) * 100,
		idempotencyKey: randomUUID(),
		machineNow: new Date(),
		language: 'nb' as const,
	}
	const ctx = {
		db,
		now,
		actor: { kind: 'visitor' as const, visitorId: random.pick(fixture.payerIds) },
		requestId: null,
	}
	const send = () => orRefused(startTopUp({ ...ctx, ...fixture.paymentGateway }, input))
	await Promise.all(random.chance(0.3) ? [send(), send()] : [send()])
	if (random.chance(0.5)) await send()
}

/** Something happens to a payment at Stripe, and Stripe sends word of it: most of it arrives, much of it more than once. */
function atStripe(history: FundsHistory, type: EventType, happen: (one: Checkout) => void, among?: Checkout[]): void {
	const { random, fixture, underWay } = history
	const all = among ?? [...fixture.stripe.checkouts.values()]
	if (all.length === 0) return
	const one = random.pick(all)
	happen(one)
	const event = fixture.stripe.event(type, one.checkoutId)
	if (random.chance(0.3)) return
	for (let copy = random.chance(0.4) ? random.whole(2, 10) : 1; copy > 0; copy--)
		underWay.push(fixture.stripe.webhook(event))
}

const paidOnes = ({ fixture }: FundsHistory) =>
	[...fixture.stripe.checkouts.values()].filter(({ paymentId }) => paymentId !== null)

function ofPaid(history: FundsHistory, type: EventType, happen: (one: Checkout) => void): void {
	atStripe(history, type, happen, paidOnes(history))
}

function payOtherwise(history: FundsHistory): void {
	const { random, fixture } = history
	const change = random.pick([{ ore: 1 }, { currency: 'sek' }, { live: true }, { reference: 'SOMEBODYELSE' }])
	const open = [...fixture.stripe.checkouts.values()].filter(({ paymentId }) => paymentId === null)
	atStripe(history, 'checkout.session.completed', (one) => fixture.stripe.pay(one.checkoutId, change), open)
}

function refundAtStripe(history: FundsHistory): void {
	const { random, fixture } = history
	ofPaid(history, 'charge.refunded', (one) => fixture.stripe.refund(one.checkoutId, random.whole(1, 20_000)))
}

function endDispute(history: FundsHistory): void {
	const end = history.random.pick(['won', 'lost'] as const)
	const disputed = paidOnes(history).filter(({ disputes }) => disputes.length > 0)
	const happen = (one: Checkout) => history.fixture.stripe.endDispute(one.checkoutId, end)
	atStripe(history, 'charge.dispute.closed', happen, disputed)
}

function failRefund(history: FundsHistory): void {
	const refunded = paidOnes(history).filter(({ refunds }) => refunds.some(({ state }) => state === 'done'))
	const happen = ({ refunds }: Checkout) => history.fixture.stripe.failRefund(history.random.pick(refunds).id)
	atStripe(history, 'refund.failed', happen, refunded)
}

/** The phone system tells of a call, and tells of it again. */
async function call(history: FundsHistory): Promise<void> {
	const { random, fixture, now } = history
	const told = {
		callId: randomUUID(),
		prisoner: { id: random.pick(fixture.prisoners).id },
		minutes: random.whole(1, 90),
		endedAt: now,
	}
	await Promise.all([recordCall(systemOf(history), told), recordCall(systemOf(history), told)])
}

/** An officer gives back; where it takes two, another approves, twice at the same moment. */
async function refund(history: FundsHistory): Promise<void> {
	const { random, fixture, now } = history
	const paid = paidOnes(history)
	if (paid.length === 0) return
	const { reference } = random.pick(paid)
	const [first, second] = fixture.officers.map((officer) => ({ ...officer, now }))
	if (!first || !second || reference === null) return
	const input = { topUp: reference, ore: random.whole(1, 40_000), reason: 'asked for', idempotencyKey: randomUUID() }
	await orRefused(
		(async () => {
			const [created] = await Promise.all([refundTopUp(first, input), refundTopUp(first, input)])
			if (created.state !== 'proposed') return
			const approve = () => orRefused(decideRefund(second, { refund: created.ref, approve: true }))
			await Promise.all([approve(), approve()])
		})(),
	)
}

async function custody(history: FundsHistory): Promise<void> {
	const { random, fixture } = history
	const next = random.pick(['in', 'in', 'out', 'released'] as const)
	await setCustody(systemOf(history), { prisoner: { id: random.pick(fixture.prisoners).id }, custody: next })
}

/** Some of what is under way arrives, in any order and side by side; what is not answered well is sent again. */
async function deliver(history: FundsHistory): Promise<void> {
	const { random, fixture, underWay } = history
	const arriving = Array.from({ length: Math.min(underWay.length, random.whole(1, 6)) }, () =>
		underWay.splice(random.whole(0, underWay.length - 1), 1),
	).flat()
	await Promise.all(
		arriving.map(async (webhook) => {
			try {
				const input = { ...webhook, machineNow: new Date() }
				const taken = await receiveWebhook({ ...systemOf(history), ...fixture.paymentGateway }, input)
				if (!taken) throw new Error('A webhook of Stripe was not believed')
			} catch (error) {
				if (!isAnswered(error)) throw error
				underWay.push(webhook)
			}
		}),
	)
}

/** Somebody else says that a payment was made. */
async function forge(history: FundsHistory): Promise<void> {
	const { random, fixture } = history
	const all = [...fixture.stripe.checkouts.values()]
	if (all.length === 0) return
	const event = fixture.stripe.event('checkout.session.completed', random.pick(all).checkoutId)
	const machineNow = new Date()
	const wrong = random.pick([
		{ secret: 'whsec_ffffffffffffffffffff' },
		{ at: new Date(machineNow.getTime() - 302_000) },
		{ at: new Date(machineNow.getTime() + 302_000) },
	])
	const input = { ...fixture.stripe.webhook(event, wrong), machineNow }
	if (await receiveWebhook({ ...systemOf(history), ...fixture.paymentGateway }, input))
		throw new Error('A forgery was believed')
}
