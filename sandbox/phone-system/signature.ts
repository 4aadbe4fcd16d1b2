import { createHmac, timingSafeEqual } from 'node:crypto'

const header = /^t=(\d+),v1=([0-9a-f]{64})$/

export function sign(body: string, secret: string): string {
	const at = Math.floor(Date.now() / 1000)
	return `t=${at},v1=${mac(body, secret, String(at))}`
}

/** Why a signature does not hold; null when it does. */
export function faultOf(signature: string, body: string, secret: string): string | null {
	const [, at = '', given = ''] = header.exec(signature) ?? []
	if (given === '') return 'not signed'
	if (Math.abs(Date.now() / 1000 - Number(at)) > 300) return 'too old'
	return timingSafeEqual(Buffer.from(given), Buffer.from(mac(body, secret, at))) ? null : 'signed with another secret'
}

const mac = (body: string, secret: string, at: string) =>
	createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
