/** What a use case read before its locks is not so any more. `transaction` begins it again, and it reads anew. */
export class RetryTransaction extends Error {
	override readonly name = 'RetryTransaction'
}
