import { data } from '@remix-run/node'
import { ConflictError } from '#app/services/conflict.ts'

/** 409 with who did what before, for a page that shows it; any other error is thrown on. */
export function answerConflict(error: unknown) {
	if (error instanceof ConflictError) return data({ conflict: error.act }, { status: 409 })
	throw error
}
