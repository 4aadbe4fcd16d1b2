import { ServiceError } from '#app/services/errors.ts'
import type { Fixture } from '../fixture/fixture.ts'
import type { BoundVerb } from '../verbs/verb.ts'
import type { Outcome } from './outcome.ts'

/** Does a use case. A call that is not allowed is an outcome; any other error is a fault and is thrown on. */
export async function attempt(fixture: Fixture, bound: BoundVerb): Promise<Outcome> {
	try {
		return await bound.run(fixture)
	} catch (error) {
		if (error instanceof ServiceError) return { kind: 'error', code: error.code, message: error.message }
		throw error
	}
}
