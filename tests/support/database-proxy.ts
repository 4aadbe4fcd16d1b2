import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What goes by on one connection, and what a test does to it. */
export interface Line {
	client: Socket
	server: Socket
	/** The end of what the application has sent, as text. */
	asked: string
}

export interface DatabaseProxy {
	/** The same address through the proxy. */
	url(of: string): string
	/** Sees each piece before it goes on; `false` keeps it back. */
	onAsk: (line: Line, chunk: Buffer) => boolean
	onAnswer: (line: Line, chunk: Buffer) => boolean
	/** Connections that are open. */
	lines: ReadonlySet<Line>
	stop(): Promise<void>
}

/** Stands between the application and a PostgreSQL server, and passes on every byte that a test does not keep back. */
export async function startProxy(serverUrl: string): Promise<DatabaseProxy> {
	const { hostname, port } = new URL(serverUrl)
	const lines = new Set<Line>()
	const proxy: DatabaseProxy = {
		url(of) {
			const url = new URL(of)
			const address = listener.address()
			url.port = String(typeof address === 'object' ? address?.port : '')
			return url.href
		},
		onAsk: () => true,
		onAnswer: () => true,
		lines,
		async stop() {
			for (const { client, server } of lines) {
				client.destroy()
				server.destroy()
			}
			listener.close()
			await once(listener, 'close')
		},
	}
	const listener = createServer((client) => {
		const server = connect(Number(port), hostname)
		const line: Line = { client, server, asked: '' }
		lines.add(line)
		const end = () => {
			lines.delete(line)
			client.destroy()
			server.destroy()
		}
		for (const socket of [client, server]) socket.on('close', end).on('error', end).setNoDelay(true)
		client.on('data', (chunk) => {
			line.asked = (line.asked + chunk.toString('latin1')).slice(-2_000)
			if (proxy.onAsk(line, chunk)) server.write(chunk)
		})
		server.on('data', (chunk) => {
			if (proxy.onAnswer(line, chunk)) client.write(chunk)
		})
	})
	listener.listen(0, '127.0.0.1')
	await once(listener, 'listening')
	return proxy
}

/** What PostgreSQL says last on a connection that an administrator ends. */
export const terminated = fatal('57P01', 'terminating connection due to administrator command')

function fatal(code: string, message: string): Buffer {
	const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
	const head = Buffer.alloc(5)
	head.write('E', 'latin1')
	head.writeInt32BE(fields.length + 4, 1)
	return Buffer.concat([head, fields])
}
