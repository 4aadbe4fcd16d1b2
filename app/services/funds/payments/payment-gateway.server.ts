import { config } from '#app/config.server.ts'
import type { Payments } from '#app/integrations/payments.server.ts'
import { payments } from '#app/integrations/stripe.server.ts'

/** What it takes to be paid: the payment service, and our own address to come back to. */
export interface PaymentGateway {
	payments: Payments
	/** The portal's own address. */
	origin: string
}

/** The process's till; null where the portal takes no payments. */
export function paymentGateway(): PaymentGateway | null {
	const connected = payments()
	return connected && { payments: connected, origin: config().publicOrigin }
}
