/** Card payments as the portal needs them: what Stripe offers, in our own words. Amounts are whole øre. */
export interface Payments {
	/** Whether it is real money that moves. */
	readonly live: boolean
	/** Opens the page on which to pay; the same id opens the same page. @throws PaymentsError */
	openCheckout(ask: CheckoutParams): Promise<{ checkoutId: string; url: string }>
	/** Closes the page, so that nothing can be paid there any more; one that is paid or closed already stays so. @throws PaymentsError */
	closeCheckout(checkoutId: string): Promise<void>
	/** Where a payment stands now. @throws PaymentsError */
	payment(checkoutId: string): Promise<PaymentState>
	/** The page that a payment was made on; null when it was made elsewhere. @throws PaymentsError */
	checkoutOf(paymentId: string): Promise<string | null>
	/** Gives money back; the same id gives it back once. @throws PaymentsError */
	refund(ask: RefundParams): Promise<ReportedRefund>
	/** A webhook's event, when it is signed by one of our secrets and neither old nor from the future; else null. */
	readEvent(body: string, signature: string, machineNow: Date): PaymentEvent | null
	/** Every event that concerns payments since an instant, the oldest first. @throws PaymentsError */
	events(since: Date): Promise<PaymentEvent[]>
	/** Every movement of money since an instant, the oldest first. @throws PaymentsError */
	movements(since: Date): Promise<Movement[]>
}

export interface CheckoutParams {
	/** Our own id: the key by which a second try is the same. */
	id: string
	/** All that is told of what is paid for. */
	reference: string
	ore: number
	/** When the page closes, 30 minutes to a day from now by the machine's time. */
	until: Date
	language: 'nb' | 'en'
	doneUrl: string
	backUrl: string
}

export interface RefundParams {
	id: string
	reference: string
	paymentId: string
	ore: number
}

export interface ReportedRefund {
	id: string
	/** Our own reference, where it was us who asked. */
	reference: string | null
	ore: number
	state: 'under-way' | 'done' | 'failed'
}

export interface ReportedDispute {
	id: string
	ore: number
	state: 'open' | 'won' | 'lost'
}

export interface PaymentState {
	checkoutId: string
	reference: string | null
	page: 'open' | 'done' | 'closed'
	paid: boolean
	ore: number | null
	currency: string | null
	live: boolean
	paymentId: string | null
	chargeId: string | null
	refunds: readonly ReportedRefund[]
	disputes: readonly ReportedDispute[]
}

/** What happened, in name only: where things stand is asked for. */
export interface PaymentEvent {
	id: string
	type: string
	createdAt: Date
	/** The object it is about; null where it is about nothing that a payment of ours could have. */
	about: { checkoutId: string } | { paymentId: string } | null
	objectId: string | null
}

export interface Movement {
	kind: 'charge' | 'refund' | 'dispute'
	/** The charge, the refund or the dispute. */
	sourceId: string
	/** To us above zero, from us below. */
	ore: number
	at: Date
}

/** `refused`: it was answered, and will be answered the same again. Else nothing is known, and the same may be asked again. */
export class PaymentsError extends Error {
	override readonly name = 'PaymentsError'
	readonly refused: boolean

	constructor(what: string, refused: boolean) {
		super(what)
		this.refused = refused
	}
}
