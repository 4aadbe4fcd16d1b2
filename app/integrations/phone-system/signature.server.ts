import { createHmac, timingSafeEqual } from 'node:crypto'

/** Where the signature of a request stands, both ways. */
export const signatureHeader = 'Samvaer-Signature'

const toleranceSeconds = 300

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over the time, a dot and the body. */
export function signatureOf(body: string, secret: string, at: Date): string {
	const seconds = Math.floor(at.getTime() / 1000)
	return `t=${seconds},v1=${macOf(body, secret, String(seconds)).toString('hex')}`
}

/** Whether one of the secrets signed this body, not more than five minutes before or after this machine's time. */
export function isSigned(body: string, header: string, secrets: readonly string[], machineNow: Date): boolean {
	const [, seconds = '', hex = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? []
	const age = machineNow.getTime() / 1000 - Number(seconds)
	if (hex === '' || Math.abs(age) > toleranceSeconds) return false
	const given = Buffer.from(hex, 'hex')
	return secrets.some((secret) => timingSafeEqual(macOf(body, secret, seconds), given))
}

function macOf(body: string, secret: string, seconds: string): Buffer {
	return createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest()
}
