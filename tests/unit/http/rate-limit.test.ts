import { expect, test } from 'vitest'
import { callerOf, withinLimit } from '#app/http/rate-limit.server.ts'

test('one household is one caller: an IPv4 address, or the first 64 bits of an IPv6 one', () => {
	expect(callerOf('2001:db8:1:2:3:4:5:6')).toBe(callerOf('2001:0db8:1:2::9'))
	expect(callerOf('2001:db8:1:2:3:4:5:6')).not.toBe(callerOf('2001:db8:1:3:3:4:5:6'))
	expect(callerOf('::ffff:10.0.0.1')).toBe(callerOf('10.0.0.1'))
	expect(callerOf('10.0.0.1')).not.toBe(callerOf('10.0.0.2'))
	expect(callerOf('::1')).not.toContain('::1')
	expect(callerOf(undefined)).toBe(callerOf(''))
})

test('a burst from one address is stopped, and another address is not', async () => {
	const answers = await Promise.all(Array.from({ length: 301 }, () => withinLimit('sign-in', 'burst', null)))
	expect(answers.filter((within) => !within)).toHaveLength(1)
	expect(await withinLimit('sign-in', 'burst', null)).toBe(false)
	expect(await withinLimit('sign-in', 'another', null)).toBe(true)
})

test('an account has a limit of its own, wherever it calls from', async () => {
	const answers = await Promise.all(
		Array.from({ length: 61 }, (_, n) => withinLimit('applications', `address-${n}`, 'kari')),
	)
	expect(answers.filter((within) => !within)).toHaveLength(1)
	expect(await withinLimit('applications', 'address-0', 'ola')).toBe(true)
})
