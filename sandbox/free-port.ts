import { createServer } from 'node:net'

/** Whether nothing listens on the port, on either address that `localhost` may mean. */
export async function isFree(port: number): Promise<boolean> {
	return (await tryListen(port, '127.0.0.1')) !== null && (await tryListen(port, '::1')) !== null
}

/** The preferred port or one of the next few if it is free, otherwise any other. */
export async function freePort(preferred = 0, next = 0): Promise<number> {
	for (let port = preferred; preferred > 0 && port <= preferred + next; port++) {
		if (await isFree(port)) return port
	}
	const port = await tryListen(0, '127.0.0.1')
	if (port === null) throw new Error('There is no free port on 127.0.0.1')
	return port
}

/** The port listened on for a moment, or null where it is taken. A machine without IPv6 has nothing there to be taken. */
function tryListen(port: number, host: string): Promise<number | null> {
	return new Promise((resolve, reject) => {
		const server = createServer()
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
			else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(port)
			else reject(error)
		})
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address()
			const bound = typeof address === 'object' && address ? address.port : port
			server.close(() => resolve(bound))
		})
	})
}
