import { expect, test } from 'vitest'
import { cookies, dropCookie, makeCookie, readCookie } from '#app/http/cookies.server.ts'

test('every cookie is bound to this host, to https, and hidden from scripts', () => {
	for (const name of Object.values(cookies)) {
		for (const line of [makeCookie(name, 'value', 60), dropCookie(name)]) {
			expect(name).toMatch(/^__Host-/)
			expect(line).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax/)
			expect(line).not.toMatch(/domain/i)
		}
	}
})

test('a value that could break out of its cookie is neither made nor read', () => {
	expect(() => makeCookie(cookies.flash, 'a; Path=/x')).toThrow()
	expect(() => makeCookie(cookies.flash, 'a\r\nb')).toThrow()
	expect(readCookie('__Host-samvaer=<script>', cookies.family)).toBeNull()
	expect(readCookie('a=1; __Host-samvaer=token; b=2', cookies.family)).toBe('token')
	expect(readCookie('__Host-samvaer-staff=token', cookies.family)).toBeNull()
	expect(readCookie(null, cookies.family)).toBeNull()
})
