import { Writable } from 'node:stream'
import { z } from 'zod'

const failed = z.object({
	requestId: z.string().optional(),
	error: z.object({ type: z.string(), message: z.string().optional(), stack: z.string().optional() }),
})

/** Takes the lines of the application's log: prints a failure as a stack that can be read, and keeps it for its page. */
export function failuresOf(print: NodeJS.WritableStream, mapStack: (stack: string) => string) {
	const kept = new Map<string, string>()
	const destination = new Writable({
		write(chunk: Buffer, _encoding, done) {
			for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) {
				const failure = failureIn(line, mapStack)
				if (failure?.requestId) kept.set(failure.requestId, failure.text)
				print.write(`${failure?.text ?? line}\n`)
			}
			done()
		},
	})
	return {
		destination,
		/** The text of a request's failure, once. */
		of(requestId: string): string | null {
			const text = kept.get(requestId) ?? null
			kept.delete(requestId)
			return text
		},
	}
}

function failureIn(
	line: string,
	mapStack: (stack: string) => string,
): { requestId: string | undefined; text: string } | null {
	const parsed = failed.safeParse(JSON.parse(line))
	if (!parsed.success) return null
	const { requestId, error } = parsed.data
	return { requestId, text: mapStack(`${error.type}: ${error.message ?? ''}\n${error.stack ?? ''}`) }
}
