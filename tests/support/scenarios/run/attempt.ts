import { ServiceError } from '#app/services/errors.ts'
import type { Deed } from '../verbs/deed.ts'
import type { World } from '../world/world.ts'
import type { Outcome } from './outcome.ts'

/** Does a deed. A call that is not allowed is an outcome; any other error is a fault and is thrown on. */
export async function attempt(world: World, deed: Deed): Promise<Outcome> {
	try {
		return await deed.run(world)
	} catch (error) {
		if (error instanceof ServiceError) return { kind: 'error', code: error.code, message: error.message }
		throw error
	}
}
