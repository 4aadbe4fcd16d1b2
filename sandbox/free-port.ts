import { createServer, type Server } from 'node:net'

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

/** A port that is ours from now on, as `freePort` finds one, until it is released to the program that is to have it. */
export interface HeldPort {
	port: number
	release(): Promise<void>
}

/** Takes a port before its program is there, so that nobody else who looks for one in the meantime finds the same. */
export async function holdPort(preferred = 0, next = 0): Promise<HeldPort> {
	for (;;) {
		const port = await freePort(preferred, next)
		const servers = await Promise.all(['127.0.0.1', '::1'].map((host) => listen(port, host)))
		const release = async () => {
			await Promise.all(servers.map((server) => (typeof server === 'string' ? null : closed(server))))
		}
		if (!servers.includes('taken')) return { port, release }
		// Somebody else was quicker.
		await release()
	}
}

/** The port listened on for a moment, or null where it is taken. */
async function tryListen(port: number, host: string): Promise<number | null> {
	const server = await listen(port, host)
	if (server === 'taken') return null
	if (server === 'no such host') return port
	const address = server.address()
	await closed(server)
	return typeof address === 'object' && address ? address.port : port
}

/** A machine without IPv6 has nothing there to be taken. */
function listen(port: number, host: string): Promise<Server | 'taken' | 'no such host'> {
	return new Promise((resolve, reject) => {
		const server = createServer((socket) => socket.destroy())
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve('taken')
			else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('no such host')
			else reject(error)
		})
		server.listen({ port, host, exclusive: true }, () => resolve(server))
	})
}

function closed(server: Server): Promise<void> {
	return new Promise((resolve) => server.close(() => resolve()))
}
