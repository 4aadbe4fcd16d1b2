/**
 * All cookies of the service. `__Host-` holds them to this host and to https (a browser counts http://localhost as safe), and
 * no script reads them.
 */
export const cookies = {
	family: '__Host-samvaer',
	staff: '__Host-samvaer-staff',
	/** The browser's secret while a sign-in is under way. */
	signIn: '__Host-samvaer-sign-in',
	newcomer: '__Host-samvaer-welcome',
	language: '__Host-samvaer-language',
	flash: '__Host-samvaer-flash',
	/** What an officer had typed before signing in again. */
	typed: '__Host-samvaer-typed',
} as const

export type CookieName = (typeof cookies)[keyof typeof cookies]

const valueShape = /^[\w.~-]{1,3800}$/

/** A cookie's value; null when it is not there, or not of the shape that we give out. */
export function readCookie(header: string | null, name: CookieName): string | null {
	for (const pair of header?.split(';') ?? []) {
		const [found, value] = pair.trim().split('=', 2)
		if (found === name && value !== undefined && valueShape.test(value)) return value
	}
	return null
}

/** Without `seconds` it goes when the browser closes. */
export function makeCookie(name: CookieName, value: string, seconds?: number): string {
	if (!valueShape.test(value)) throw new Error(`A value that ${name} cannot carry`)
	const life = seconds === undefined ? '' : `; Max-Age=${seconds}`
	return `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${life}`
}

export function dropCookie(name: CookieName): string {
	return `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`
}
