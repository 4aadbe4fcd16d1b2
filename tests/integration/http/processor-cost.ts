import { readFileSync } from 'node:fs'
import type { Web } from './web.ts'

/** Milliseconds of processor time that a server has used so far, in all its threads. */
export function processorMs({ child }: Pick<Web, 'child'>): number {
	const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
	const [user, system] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
	return (Number(user) + Number(system)) * 10
}

/** What is answered, and the processor time that it took: the least of three, for the first may be the first of its kind. */
export async function costOf(
	web: Pick<Web, 'child'>,
	ask: () => Promise<Response>,
): Promise<{ status: number; ms: number }> {
	let [status, least] = [0, Number.POSITIVE_INFINITY]
	for (let tries = 0; tries < 3 && least >= 100; tries++) {
		const before = processorMs(web)
		const answer = await ask()
		await answer.arrayBuffer()
		status = answer.status
		least = Math.min(least, processorMs(web) - before)
	}
	return { status, ms: least }
}
