/**
 * The sandbox makes up people, keys and time. It never runs where SAMVAER_ENV says production, whoever started it; and this
 * is asked before anything of it is loaded.
 */
export function assertNotProduction(env: Record<string, string | undefined>): void {
	if (env.SAMVAER_ENV !== 'production') return
	throw new Error('The sandbox does not start with SAMVAER_ENV=production: it makes up people, sign-in and time.')
}
