import { randomUUID } from 'node:crypto'
import { acceptsAtOnce, type PhoneSystem } from '#app/integrations/phone-system.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { receiveWebhook } from '#app/services/funds/payments/receive-event.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import type { Db } from '#db/client.server.ts'
import type { EventType, FakeStripe } from '#tests/support/funds/fake-stripe.ts'
import { buildFundsFixture, type FundsFixture } from '#tests/support/funds/fixture.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'

/** A prison whose money the test watches. */
export type FundsSite = FundsFixture & { db: Db; system: Ctx }

export async function paymentGateway(
	owner: Db,
	db: Db,
	given: { phone?: PhoneSystem; policy?: Record<string, unknown>; stripe?: FakeStripe } = {},
): Promise<FundsSite> {
	const { phone = acceptsAtOnce, ...more } = given
	const fixture = await buildFundsFixture(owner, db, { phone, ...more })
	return { ...fixture, db, system: { db, now: clock, actor: { kind: 'system' }, requestId: null } }
}

/** 200 kr by the first payer for the first prisoner, unless told. */
export async function start(
	here: FundsSite,
	given: { ore?: number; payer?: number; now?: Date } = {},
): Promise<{ id: string; ref: string; checkoutId: string }> {
	const outcome = await startTopUp(
		{ ...asVisitor(here.db, here.payerIds[given.payer ?? 0] ?? '', given.now ?? clock), ...here.paymentGateway },
		{
			prisonerId: here.prisoners[0]?.id ?? '',
			ore: given.ore ?? 20_000,
			idempotencyKey: randomUUID(),
			machineNow: new Date(),
			language: 'nb',
		},
	)
	if (!outcome.ok) throw new Error(`refused: ${outcome.refusals.join(', ')}`)
	const { id, ref, checkoutId } = outcome.topUp
	return { id, ref, checkoutId: checkoutId ?? '' }
}

/** The webhook of an event, as it is answered. */
export async function tell(here: FundsSite, type: EventType, checkoutId: string, now: Date = clock): Promise<boolean> {
	const webhook = here.stripe.webhook(here.stripe.event(type, checkoutId))
	return receiveWebhook({ ...here.system, now, ...here.paymentGateway }, { ...webhook, machineNow: new Date() })
}

export async function pay(here: FundsSite, checkoutId: string, now: Date = clock): Promise<void> {
	here.stripe.pay(checkoutId)
	await tell(here, 'checkout.session.completed', checkoutId, now)
}
