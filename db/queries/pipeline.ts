import type { PendingQuery } from './statement.ts'

/**
 * Sends several statements of one transaction together and gives what each of them answers. PostgreSQL carries out what comes
 * over one connection strictly one after another, each with a snapshot of its own: to lock and then to read is the same as
 * if each were awaited, without a turn of the network and of the event loop for each. So none may need another's answer.
 *
 * Where one fails, PostgreSQL refuses all that come behind it in the transaction (25P02). What is thrown is the first failure
 * in the list, once all are answered: what came behind it may be heard of sooner, and must not be taken for the cause.
 */
export async function pipeline<const T extends readonly PendingQuery<unknown>[]>(
	statements: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
	await Promise.allSettled(statements)
	return Promise.all(statements)
}
