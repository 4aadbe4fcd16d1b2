import { data } from '@remix-run/node'
import { ServiceError } from '#app/services/errors.ts'

/** 409 with what was done before, for the page itself to show; any other error is thrown on. */
export function answerConflict(error: unknown) {
	if (error instanceof ServiceError && error.conflict) return data({ conflict: error.conflict }, { status: 409 })
	throw error
}
