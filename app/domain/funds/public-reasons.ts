// Straffegjennomføringsloven § 7 h (secrecy): the payer reads what concerns the payment, and never the ground of an order.
import { type PlainTopUpCode, type TopUpRefusalCode, topUpRefusalKinds } from './refusals.ts'

export type PublicTopUpReasons = { kind: 'plain'; items: readonly { code: PlainTopUpCode }[] } | { kind: 'neutral' }

/**
 * What a payer reads of the refusals against a top-up. Who has no permit for the prisoner is told that alone, whatever else
 * stands; else one neutral code makes the whole answer neutral.
 */
export function redactForPayer(codes: readonly TopUpRefusalCode[], payer: { hasPermit: boolean }): PublicTopUpReasons {
	if (codes.length === 0) return { kind: 'plain', items: [] }
	if (!payer.hasPermit) return { kind: 'plain', items: [{ code: 'payer-not-approved' }] }
	const plain = codes.filter(isPlain)
	return plain.length < codes.length ? { kind: 'neutral' } : { kind: 'plain', items: plain.map((code) => ({ code })) }
}

function isPlain(code: TopUpRefusalCode): code is PlainTopUpCode {
	return topUpRefusalKinds[code].tell === 'plain'
}
