import { once } from 'node:events'
import { createServer, connect as dial, type Socket } from 'node:net'

export interface Counter {
	/** The same database, by way of the counter. */
	url: string
	/** How often something was sent after something had been answered, since the last time. */
	take(): number
	close(): void
}

/** Stands between a client and the server at `url` and counts how often the one waits for the other. */
export async function countRoundTrips(url: string): Promise<Counter> {
	const { hostname, port } = new URL(url)
	let trips = 0
	const sockets = new Set<Socket>()
	const server = createServer({ noDelay: true }, (client) => {
		const behind = dial({ host: hostname, port: Number(port), noDelay: true })
		let answered = true
		client.on('data', (bytes) => {
			if (answered) trips += 1
			answered = false
			behind.write(bytes)
		})
		behind.on('data', (bytes) => {
			answered = true
			client.write(bytes)
		})
		for (const [socket, other] of [
			[client, behind],
			[behind, client],
		] as const) {
			sockets.add(socket)
			socket.on('close', () => {
				sockets.delete(socket)
				other.destroy()
			})
			// What breaks is seen by the client, as it would be without us.
			socket.on('error', () => other.destroy())
		}
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const address = server.address()
	if (address === null || typeof address === 'string') throw new Error('The counter listens nowhere')
	const through = new URL(url)
	through.hostname = '127.0.0.1'
	through.port = String(address.port)
	return {
		url: through.href,
		take: () => {
			const taken = trips
			trips = 0
			return taken
		},
		close: () => {
			server.close()
			for (const socket of sockets) socket.destroy()
		},
	}
}
