import type { IncomingMessage } from 'node:http'

/** So much of a body that is refused is thrown away before the connection is cut. */
export const mostDrained = 64 * 1024 * 1024

const longestMs = 5_000
const longestSilenceMs = 1_000

/**
 * Throws away what a sender still sends after their answer, and calls `done` once: at the body's end, or when it has been too much, too
 * long or too quiet. A connection that is closed with bytes unread is reset, and the answer is lost with it.
 */
export function drainBody(from: IncomingMessage, done: () => void): void {
	let drained = 0
	const finish = () => {
		clearTimeout(deadline)
		clearTimeout(silence)
		from.off('data', onData).off('end', finish).off('close', finish)
		done()
	}
	const onData = (chunk: Buffer) => {
		drained += chunk.length
		silence.refresh()
		if (drained > mostDrained) finish()
	}
	const deadline = setTimeout(finish, longestMs)
	const silence = setTimeout(finish, longestSilenceMs)
	from.on('data', onData).once('end', finish).once('close', finish)
	from.resume()
}
