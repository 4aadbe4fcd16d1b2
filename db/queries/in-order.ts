import type { Sent } from './statement.ts'

/**
 * Sends several statements of one transaction together and gives what each of them answers. PostgreSQL carries out what comes
 * over one connection strictly one after another, each with a snapshot of its own: to lock and then to read is the same as
 * if each were awaited, without a turn of the network and of the event loop for each. So none may need another's answer.
 *
 * Where one fails, PostgreSQL refuses all that come behind it in the transaction (25P02). The first is thrown, and only when
 * all were answered: what came behind it must not be taken for the cause.
 */
export async function inOrder<const T extends readonly Sent<unknown>[]>(
	statements: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
	const answers = await Promise.allSettled(statements)
	const failed = answers.find((answer) => answer.status === 'rejected')
	if (failed) throw failed.reason
	return Promise.all(statements)
}
