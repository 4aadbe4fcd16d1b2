// A process of its own, so that making the load takes no time from what is measured. It stops by itself: each order is bounded
// in time, and with its parent gone it goes.
import autocannon from 'autocannon'
import type { Sample } from '../figures.ts'
import { Count } from './count.ts'
import type { Order } from './orders.ts'
import { requestsFor } from './requests.ts'

process.on('message', (order: Order) => {
	void answer(order).then((reply) => process.send?.(reply))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function answer(order: Order): Promise<{ sample: Sample } | { error: string }> {
	const count = new Count()
	const running: autocannon.Instance[] = []
	const requests = requestsFor(order, count, () => {
		for (const one of running) one.stop()
	})
	const problems = await Promise.all(
		order.origins.map((url, index) => {
			const connections = partOf(order.connections, order.origins.length, index)
			// The orders end themselves; the duration is for a server that does not answer. Told to stop, it goes on until its next
			// sample, by itself a second: what it asks for until then is nobody's work, and costs processor time.
			const options = { url, connections, duration: order.seconds + 20, timeout: 20, sampleInt: 20, requests }
			return new Promise<string | null>((resolve) => {
				running.push(autocannon(options, (error) => resolve(error instanceof Error ? error.message : null)))
			})
		}),
	)
	const problem = problems.find((one) => one !== null) ?? count.problem
	return problem === null ? { sample: count.sample() } : { error: problem }
}

/** The connections of one of so many servers. */
function partOf(connections: number, servers: number, index: number): number {
	return Math.floor(connections / servers) + (index < connections % servers ? 1 : 0)
}
