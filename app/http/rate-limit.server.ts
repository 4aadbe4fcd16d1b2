import { createHash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * How often, in one process: by address, where many may sit behind one (a family, a library, a whole mobile network), and
 * by account. They stop a script, not a person; no account is ever locked by what someone else does.
 */
const limits = {
	'sign-in': { address: { points: 300, duration: 600 }, account: { points: 300, duration: 600 } },
	'register-file': { address: { points: 120, duration: 3600 }, account: { points: 60, duration: 3600 } },
	applications: { address: { points: 300, duration: 3600 }, account: { points: 60, duration: 3600 } },
	payments: { address: { points: 300, duration: 3600 }, account: { points: 60, duration: 3600 } },
} as const

export type Limit = keyof typeof limits

const limiters: Readonly<Record<Limit, { address: RateLimiterMemory; account: RateLimiterMemory }>> = {
	'sign-in': pair('sign-in'),
	'register-file': pair('register-file'),
	applications: pair('applications'),
	payments: pair('payments'),
}

function pair(limit: Limit) {
	return {
		address: new RateLimiterMemory({ ...limits[limit].address, keyPrefix: `${limit}-address` }),
		account: new RateLimiterMemory({ ...limits[limit].account, keyPrefix: `${limit}-account` }),
	}
}

const salt = randomBytes(16)

/** Stands for an address without being it: the first 64 bits of an IPv6 address are one household's. */
export function callerOf(address: string | undefined): string {
	const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/, '')
	const whole = isIPv6(plain) ? firstHalf(plain) : plain
	return createHash('sha256').update(salt).update(whole).digest('base64url').slice(0, 22)
}

function firstHalf(address: string): string {
	const [head = '', tail] = address.replace(/%.*$/, '').split('::')
	const front = head === '' ? [] : head.split(':')
	const back = tail === undefined || tail === '' ? [] : tail.split(':')
	const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
	return [...front, ...zeros, ...back]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')
}

/** Counts one more; false when it is one too many. */
export async function withinLimit(limit: Limit, caller: string, account: string | null): Promise<boolean> {
	const { address: byAddress, account: byAccount } = limiters[limit]
	try {
		await byAddress.consume(caller)
		if (account !== null) await byAccount.consume(account)
		return true
	} catch {
		return false
	}
}
