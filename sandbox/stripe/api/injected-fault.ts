import { z } from 'zod'

/** What can go wrong with a request on purpose. */
export const injectedFaultKinds = ['fails-before', 'fails-after', 'answer-lost', 'down', 'slow', 'too-many'] as const

/**
 * `fails-before`: 500, nothing was done. `fails-after`: 500, it was done; either is kept under the request's key, as in life.
 * `answer-lost`: it was done, and the line breaks before the answer. `down`: the line breaks at once. `slow`: the answer waits
 * `ms`. `too-many`: 429.
 */
export const injectedFault = z.object({
	kind: z.enum(injectedFaultKinds),
	/** How many requests it befalls; null: all until it is taken away. */
	times: z.number().int().min(1).max(1_000_000).nullable(),
	/** The first part of `POST /v1/refunds`; empty for every request. */
	on: z.string().max(200),
	/** How slow, in milliseconds. */
	ms: z.number().int().min(0).max(120_000),
})
export type InjectedFault = z.infer<typeof injectedFault>

export interface FaultInjector {
	list(): readonly InjectedFault[]
	add(one: InjectedFault): void
	clear(): void
	/** What befalls this request, if anything: the first that fits, once less from now on. */
	befall(request: string): InjectedFault | null
}

export function createFaultInjector(): FaultInjector {
	let waiting: InjectedFault[] = []
	return {
		list: () => waiting,
		add: (one) => void waiting.push({ ...one }),
		clear: () => {
			waiting = []
		},
		befall: (request) => {
			const one = waiting.find(({ on }) => request.startsWith(on))
			if (!one) return null
			if (one.times !== null) {
				one.times -= 1
				if (one.times === 0) waiting = waiting.filter((other) => other !== one)
			}
			return one
		},
	}
}
