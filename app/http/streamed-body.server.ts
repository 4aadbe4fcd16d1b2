import { unstable_parseMultipartFormData } from '@remix-run/node'
import { isTooLong } from './body-too-long.ts'
import { emptyResponse } from './error-response.server.ts'

/** A body as it comes, of which nobody keeps more than a piece. */
export async function* bytesOfBody(request: Request): AsyncGenerator<Uint8Array> {
	if (!request.body) return
	const reader = request.body.getReader()
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
	} finally {
		reader.releaseLock()
	}
}

/** More than a form with a file has; a megabyte holds ten thousand empty ones. */
const mostParts = 20

/**
 * Hands the one file of a form on as it comes; null when none came. Other fields are read past: what a form says beside its
 * file stands in its address.
 */
export async function takeFile<T>(
	request: Request,
	field: string,
	take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | null> {
	if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) throw emptyResponse(400)
	let taken: T | null = null
	let isTaken = false
	const faults: unknown[] = []
	let parts = 0
	try {
		await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
			parts += 1
			if (parts > mostParts) throw emptyResponse(400)
			if (name === field && filename && !isTaken) {
				isTaken = true
				taken = await take(data).catch((error: unknown) => {
					faults.push(error)
					throw error
				})
			} else {
				for await (const _ of data);
			}
			return undefined
		})
	} catch (error) {
		if (faults.length > 0) throw faults[0]
		// The parser throws on what is no form: a part without a name, a body without an end.
		throw isTooLong(error) || error instanceof Response ? error : emptyResponse(400)
	}
	return taken
}
