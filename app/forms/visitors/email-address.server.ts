import { domainToASCII, domainToUnicode } from 'node:url'

/** Why a text is no address that we can send to: it is none at all, or its own part has letters that not every mail server takes. */
export type EmailProblem = 'not-an-address' | 'local-letters'

const most = 254

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const letters = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u
const typedDomain = /^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u
const asciiDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * A typed address as it is kept: its domain in ASCII, in small letters, as every mail server takes it (RFC 5890). What nobody
 * sees is left out. An own part outside ASCII is refused: see docs/decisions/0028.
 */
export function parseEmail(typed: string): { address: string } | { problem: EmailProblem } {
	const text = typed
		.normalize('NFC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.trim()
	const at = text.lastIndexOf('@')
	const [own, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)]
	const ascii = typedDomain.test(domain) ? domainToASCII(domain) : ''
	const isDomain = ascii.length <= 253 && asciiDomain.test(ascii)
	if (!isDomain || own.length > 64 || own.length + ascii.length >= most) return { problem: 'not-an-address' }
	if (local.test(own)) return { address: `${own}@${ascii}` }
	return { problem: /[^\p{ASCII}]/u.test(own) && letters.test(own) ? 'local-letters' : 'not-an-address' }
}

/** A kept address as people write it: `kari@blåbær.no`. */
export function formatEmail(address: string): string {
	const at = address.lastIndexOf('@')
	return `${address.slice(0, at + 1)}${domainToUnicode(address.slice(at + 1)) || address.slice(at + 1)}`
}
