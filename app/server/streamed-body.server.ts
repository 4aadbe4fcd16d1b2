import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { BodyTooLong } from '#app/http/body-too-long.ts'
import { paths } from '#app/paths.ts'
import { mostDrained } from './drain-body.server.ts'

/** A register file with some hundred thousand lines. */
export const streamedLimit = 16 * 1024 * 1024

/** The only places that take more than a form: each looks at who sends before it reads a byte. */
const streamed: readonly string[] = [paths.api('register'), paths.staff.register()]

export function isStreamed(path: string): boolean {
	return streamed.includes(path)
}

/**
 * Hands a body on as it comes, no faster than it is read, counted whatever the header says. What is past the limit is thrown
 * away for a while, so that the sender gets to read the answer, and then the connection is cut.
 */
export function feedCounted(from: IncomingMessage, into: Readable): void {
	let counted = 0
	let isOver = false
	into._read = () => {
		from.resume()
	}
	from
		.on('data', (chunk: Buffer) => {
			counted += chunk.length
			if (counted > streamedLimit + mostDrained) return void from.destroy()
			if (isOver) return
			if (counted > streamedLimit) {
				isOver = true
				return void into.destroy(new BodyTooLong('The body is too long'))
			}
			if (!into.push(chunk)) from.pause()
		})
		.once('end', () => {
			if (!isOver) into.push(null)
		})
		.once('close', () => {
			if (!from.complete && !isOver) into.destroy(new Error('The sender broke off'))
		})
		.on('error', () => {})
	from.pause()
}
