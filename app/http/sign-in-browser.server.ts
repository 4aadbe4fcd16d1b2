import { randomBytes } from 'node:crypto'
import { cookies, readCookie } from './cookies.server.ts'

/** The secret by which a sign-in is finished only in the browser that began it; a new one where there is none yet. */
export function browserSecret(request: Request): string {
	return knownBrowser(request) ?? randomBytes(32).toString('base64url')
}

export function knownBrowser(request: Request): string | null {
	return readCookie(request.headers.get('cookie'), cookies.signIn)
}
