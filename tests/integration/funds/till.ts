import { randomUUID } from 'node:crypto'
import { acceptsAtOnce, type PhoneSystem } from '#app/integrations/phone-system.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { receiveWebhook } from '#app/services/funds/receive-event.server.ts'
import { startTopUp } from '#app/services/funds/start-top-up.server.ts'
import type { Db } from '#db/client.server.ts'
import type { EventType, FakeStripe } from '#tests/support/money/fake-stripe.ts'
import { buildMoneyWorld, type MoneyWorld } from '#tests/support/money/world.ts'
import { asVisitor, clock } from '#tests/support/rows.ts'

/** A prison whose money the test watches. */
export type Till = MoneyWorld & { db: Db; system: Ctx }

export async function till(
	owner: Db,
	db: Db,
	given: { phone?: PhoneSystem; policy?: Record<string, unknown>; stripe?: FakeStripe } = {},
): Promise<Till> {
	const { phone = acceptsAtOnce, ...more } = given
	const world = await buildMoneyWorld(owner, db, { phone, ...more })
	return { ...world, db, system: { db, now: clock, actor: { kind: 'system' }, requestId: null } }
}

/** 200 kr by the first payer for the first prisoner, unless told. */
export async function start(
	here: Till,
	given: { ore?: number; payer?: number; now?: Date } = {},
): Promise<{ id: string; ref: string; checkoutId: string }> {
	const outcome = await startTopUp(
		asVisitor(here.db, here.payerIds[given.payer ?? 0] ?? '', given.now ?? clock),
		{
			prisonerId: here.prisoners[0]?.id ?? '',
			ore: given.ore ?? 20_000,
			formKey: randomUUID(),
			machineNow: new Date(),
			language: 'nb',
		},
		here.till,
	)
	if (!outcome.ok) throw new Error(`refused: ${outcome.refusals.join(', ')}`)
	const { id, ref, checkoutId } = outcome.topUp
	return { id, ref, checkoutId: checkoutId ?? '' }
}

/** The webhook of an event, as it is answered. */
export async function tell(here: Till, type: EventType, checkoutId: string, now: Date = clock): Promise<boolean> {
	const webhook = here.stripe.webhook(here.stripe.event(type, checkoutId))
	return receiveWebhook({ ...here.system, now }, { ...webhook, machineNow: new Date() }, here.stripe.payments)
}

export async function pay(here: Till, checkoutId: string, now: Date = clock): Promise<void> {
	here.stripe.pay(checkoutId)
	await tell(here, 'checkout.session.completed', checkoutId, now)
}
