/** A body that went past its limit while it was read. The rest of it is never looked at. */
export class BodyTooLong extends Error {
	override readonly name = 'BodyTooLong'
}

/** Whether a read failed for that: streams hand the error on as it is or as a cause. */
export function isTooLong(error: unknown): boolean {
	return error instanceof BodyTooLong || (error instanceof Error && error.cause !== undefined && isTooLong(error.cause))
}
