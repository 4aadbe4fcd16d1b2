import type { Conflict } from '#app/domain/conflict.ts'

/**
 * A use case that may not be done at all. `not-found` is also the answer about somebody else's things: for who may not see it,
 * it does not exist. `busy`: the database could not finish in time; nothing was written and the same call may be made again.
 */
export type ServiceErrorCode = 'not-allowed' | 'not-found' | 'wrong-state' | 'incomplete' | 'busy'

type Known = ErrorOptions & { conflict?: Conflict | null; isElsewhere?: boolean }

export class ServiceError extends Error {
	override readonly name = 'ServiceError'
	readonly code: ServiceErrorCode
	/** For `incomplete`: the fields that are missing. */
	readonly fields: readonly string[]
	/** For `wrong-state`: what was done before, where it is known. */
	readonly conflict: Conflict | null
	/** For `not-allowed`: the officer has no role at all in that facility, so that for them its things do not exist. */
	readonly isElsewhere: boolean

	constructor(
		code: ServiceErrorCode,
		message: string,
		fields: readonly string[] = [],
		{ conflict = null, isElsewhere = false, ...options }: Known = {},
	) {
		super(message, options)
		this.code = code
		this.fields = fields
		this.conflict = conflict
		this.isElsewhere = isElsewhere
	}
}
