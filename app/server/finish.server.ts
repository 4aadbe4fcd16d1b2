import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const patience = 10_000
const graceForTheSilent = 1_000

/**
 * How the server ends: it takes no new connections, answers what is under way for ten seconds at most, and closes the rest.
 * A connection that a browser has opened ahead and never said anything on would hold everything up.
 */
export function endingOf(server: Server): () => Promise<void> {
	const open = new Set<Socket>()
	server.on('connection', (socket: Socket) => {
		open.add(socket)
		socket.once('close', () => open.delete(socket))
	})
	const closeSilent = () => {
		for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
	}
	return () =>
		new Promise((resolve) => {
			const timers = [
				setTimeout(closeSilent, graceForTheSilent),
				setTimeout(() => server.closeAllConnections(), patience),
			]
			server.close(() => {
				for (const timer of timers) clearTimeout(timer)
				resolve()
			})
		})
}
