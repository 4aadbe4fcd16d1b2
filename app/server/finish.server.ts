import type { Server } from 'node:http'

const patience = 10_000

/** Takes no new connections, answers what is under way for ten seconds at most, and closes the rest. */
export function finish(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const late = setTimeout(() => server.closeAllConnections(), patience)
		// A connection kept open for a next request that never comes would hold everything up.
		const idle = setInterval(() => server.closeIdleConnections(), 100)
		server.close(() => {
			clearTimeout(late)
			clearInterval(idle)
			resolve()
		})
	})
}
