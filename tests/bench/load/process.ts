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
	let stop = () => {}
	const requests = requestsFor(order, count, () => stop())
	return new Promise((resolve) => {
		const running = autocannon(
			{
				url: order.origin,
				connections: order.connections,
				// The orders end themselves; this is for a server that does not answer.
				duration: order.seconds + 20,
				timeout: 20,
				requests,
			},
			(error) => {
				const problem = error instanceof Error ? error.message : count.problem
				resolve(problem === null ? { sample: count.sample() } : { error: problem })
			},
		)
		stop = () => running.stop()
	})
}
