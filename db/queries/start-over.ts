/** What a deed read before its locks is not so any more. `transaction` begins it again, and it reads anew. */
export class StartOver extends Error {
	override readonly name = 'StartOver'
}
