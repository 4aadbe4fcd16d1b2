import { fork } from 'node:child_process'
import { resolve } from 'node:path'

export interface Helper<Order, Reply> {
	pid: number
	/** Sends an order and waits for its reply; one at a time. */
	ask(order: Order): Promise<Reply>
	stop(): Promise<void>
}

/** One of the bench's own processes, once it has said that it is ready. `Reply` is what its file sends. */
export async function startHelper<Order extends object, Reply>(
	file: string,
	env: Readonly<Record<string, string | undefined>> = {},
): Promise<Helper<Order, Reply>> {
	const child = fork(resolve(import.meta.dirname, file), {
		execArgv: ['--import', 'tsx'],
		env: { ...process.env, ...env, NODE_ENV: 'production' },
		serialization: 'advanced',
	})
	const gone = new Promise<never>((_, reject) => {
		child.once('exit', (code, signal) => reject(new Error(`${file} ended (${signal ?? `exit ${code}`})`)))
	})
	gone.catch(() => {})
	const next = <T>() =>
		Promise.race([gone, new Promise<T>((reply) => child.once('message', (message: T) => reply(message)))])
	await next()
	return {
		pid: child.pid ?? 0,
		ask: (order) => {
			const reply = next<Reply>()
			child.send(order)
			return reply
		},
		stop: async () => {
			if (child.exitCode !== null || child.signalCode !== null) return
			child.disconnect()
			await gone.catch(() => {})
		},
	}
}
