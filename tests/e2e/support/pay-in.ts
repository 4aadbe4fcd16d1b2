import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { connectStripe } from '#app/integrations/stripe.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { prisoner, visitor } from '#db/schema/index.ts'
import { overviewOf } from '#sandbox/overview.ts'
import { openState } from '#sandbox/state.ts'
import type { startTestStack } from '#sandbox/test-stack.ts'
import { clockAt } from './clock.ts'
import { personIn } from './sign-in.ts'

type Running = Awaited<ReturnType<typeof startTestStack>>

interface Payment {
	/** Who pays, by their id in the world, and the number of whom it is for. */
	payer: string
	prisoner: string
	/** Whole øre. */
	ore: number
}

/** Someone pays in, by the use case that the family's pages do and on the page that the card is asked for. Returns the reference. */
export async function payIn(running: Running, { payer, prisoner: number, ore }: Payment): Promise<string> {
	const db = connect(running.ownerUrl, { max: 1 })
	try {
		const { email = '' } = personIn(overviewOf(running), payer)
		const [who] = await db.select().from(visitor).where(eq(visitor.email, email))
		const [whom] = await db.select().from(prisoner).where(eq(prisoner.number, number))
		if (!who || !whom) throw new Error(`Nobody is called ${payer}, or has the number ${number}`)
		const now = await (await clockAt(running.clock)).now()
		const outcome = await startTopUp(
			{
				db,
				now,
				actor: { kind: 'visitor', visitorId: who.id },
				requestId: null,
				payments: await paymentsOf(running),
				publicOrigin: running.app,
			},
			{ prisonerId: whom.id, ore, idempotencyKey: randomUUID(), machineNow: new Date(), language: 'nb' },
		)
		if (!outcome.ok) throw new Error(`It cannot be paid: ${outcome.refusals.join(', ')}`)
		const page = await fetch(outcome.url, {
			method: 'POST',
			body: new URLSearchParams({ card: 'accepted', stay: 'yes' }),
			redirect: 'manual',
		})
		if (page.status !== 303) throw new Error(`The pay page answers ${page.status}`)
		return outcome.topUp.ref
	} finally {
		await disconnect(db)
	}
}

async function paymentsOf({ dataDir, payments }: Running) {
	const { payments: keys } = await openState(dataDir, {
		identity: 0,
		clock: 0,
		mailbox: 0,
		smtp: 0,
		payments: 0,
		phone: 0,
	})
	const { secretKey, webhookSecret } = keys
	return connectStripe({
		secretKey,
		webhookSecrets: [webhookSecret],
		apiBase: new URL(payments),
		checkoutOrigin: new URL(payments).origin,
		live: false,
	})
}

/** Has the outside world of payments do something, such as lose its messages. */
export async function atStripe(running: Running, action: string, form: Record<string, string> = {}): Promise<void> {
	const answer = await fetch(new URL(`control/${action}`, running.payments), {
		method: 'POST',
		headers: { accept: 'application/json' },
		body: new URLSearchParams(form),
	})
	if (!answer.ok) throw new Error(`The payments answer ${answer.status}: ${await answer.text()}`)
}
