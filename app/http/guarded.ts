/** The mark of a loader or action that says who may call it. A test walks the built routes and wants it on every one. */
export const guarded = Symbol.for('samvaer.guarded')

export interface Guarded {
	readonly [guarded]: string
}

export function markGuarded<F extends (...args: never[]) => unknown>(route: F, who: string): F & Guarded {
	return Object.assign(route, { [guarded]: who })
}

/**
 * Who a route says may call it; null for one that says nothing.
 *
 * @internal
 */
export function whoMayCall(route: unknown): string | null {
	if (typeof route !== 'function' || !(guarded in route)) return null
	const who = route[guarded]
	return typeof who === 'string' ? who : null
}
