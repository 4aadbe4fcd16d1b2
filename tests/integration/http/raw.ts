import { connect } from 'node:net'

export interface RawAnswer {
	status: number
	text: string
	/** Milliseconds until the server closed the connection. */
	ms: number
}

/**
 * Sends bytes as they are and takes what comes until the server closes. `pieces` go out one at a time, `pause` apart;
 * with `readsLast` nothing is read before all of them have.
 */
export function raw(port: number, pieces: Iterable<string | Buffer>, pause = 0, readsLast = false): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const began = performance.now()
		const socket = connect(port, '127.0.0.1')
		const chunks: Buffer[] = []
		const end = () => {
			const text = Buffer.concat(chunks).toString('utf8')
			resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text, ms: performance.now() - began })
		}
		socket.on('data', (chunk) => chunks.push(chunk))
		if (readsLast) socket.pause()
		socket.on('close', end)
		// A server that has answered and closed resets what is still sent.
		socket.on('error', (error) => (chunks.length > 0 ? end() : reject(error)))
		const send = async () => {
			for (const piece of pieces) {
				if (socket.destroyed || !socket.writable) return
				if (!socket.write(piece)) await new Promise((drained) => socket.once('drain', drained).once('close', drained))
				if (pause > 0) await new Promise((waited) => setTimeout(waited, pause))
			}
			socket.resume()
		}
		socket.once('connect', () => void send())
	})
}

/** A POST whose body comes in chunks and tells its length nowhere. */
export function* chunkedPost(path: string, headers: Record<string, string>, bytes: number): Generator<string | Buffer> {
	const lines = Object.entries({ 'transfer-encoding': 'chunked', ...headers }).map(
		([name, value]) => `${name}: ${value}`,
	)
	yield `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
	const size = 16 * 1024
	for (let sent = 0; sent < bytes; sent += size) {
		const part = Math.min(size, bytes - sent)
		yield `${part.toString(16)}\r\n${'a'.repeat(part)}\r\n`
	}
	yield '0\r\n\r\n'
}
