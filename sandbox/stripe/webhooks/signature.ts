import { createHmac } from 'node:crypto'

/** The `Stripe-Signature` of a body: when it was signed (seconds of real time), and HMAC-SHA256 over both. */
export function signatureOf(body: string, secret: string, at: number): string {
	const mac = createHmac('sha256', secret).update(`${at}.${body}`, 'utf8').digest('hex')
	return `t=${at},v1=${mac}`
}
