import type { Server } from 'node:http'
import type { Socket } from 'node:net'

const lastCalls = 1_000
const graceForTheSilent = 500
const patience = 9_000

/**
 * How the server ends. For a second it goes on, and each answer is its connection's last: so that none is cut off between
 * two requests. Then it takes nothing new, answers what is under way for nine seconds at most, and closes the rest. A
 * connection that a browser has opened ahead and never said anything on would hold everything up.
 */
export function gracefulShutdown(server: Server): () => Promise<void> {
	const open = new Set<Socket>()
	server.on('connection', (socket: Socket) => {
		open.add(socket)
		socket.once('close', () => open.delete(socket))
	})
	return async () => {
		await new Promise((resolve) => setTimeout(resolve, lastCalls))
		const silent = setTimeout(() => {
			for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
		}, graceForTheSilent)
		const late = setTimeout(() => server.closeAllConnections(), patience)
		await new Promise<void>((resolve) => void server.close(() => resolve()))
		clearTimeout(silent)
		clearTimeout(late)
	}
}
