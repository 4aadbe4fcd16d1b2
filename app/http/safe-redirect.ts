import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { familyAreas, paths } from '#app/paths.ts'

const nowhere = 'https://samvaer.invalid'
const longest = 1000

/**
 * A path of ours to send someone back to, or null. It comes from outside, so it must be a plain path on this host: no other
 * origin however it is spelled (`//`, `/\`, encoded slashes), no control characters, and a known part of the service. The
 * answer is the path as a browser would read it.
 */
export function safePath(to: string | null | undefined, kind: AccountKind): string | null {
	if (!to || to.length > longest || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return null
	let url: URL
	try {
		url = new URL(to, nowhere)
	} catch {
		return null
	}
	const { pathname } = url
	if (url.origin !== nowhere || pathname.startsWith('//') || /%2f|%5c|%00|\.data$/i.test(pathname)) return null
	return isKnown(pathname, kind) ? pathname + url.search : null
}

function isKnown(pathname: string, kind: AccountKind): boolean {
	const [, first = ''] = pathname.split('/')
	if (kind === 'family') return pathname === '/' || familyAreas.some((area) => area === first)
	return first === 'staff' && !pathname.startsWith(paths.staff.signIn()) && !pathname.startsWith(paths.staff.signOut())
}
