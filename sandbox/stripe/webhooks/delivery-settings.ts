import { z } from 'zod'

/** How webhooks travel. In life they come more than once, in any order, late, and now and then not at all. */
export const deliverySettings = z.object({
	/** How often each event is sent. */
	copies: z.number().int().min(1).max(20),
	/** How many of a hundred are never sent, nor tried again. */
	dropPercent: z.number().min(0).max(100),
	/** How late each is sent, in milliseconds. */
	delayMs: z.number().int().min(0).max(600_000),
	/** Whether they come in an order of chance. */
	shuffle: z.boolean(),
	/** Whether they are all held back until they are let go. */
	hold: z.boolean(),
	/** What chance begins with: the same seed, the same deliveries. */
	seed: z.number().int().min(0).max(4_294_967_295),
})
export type DeliverySettings = z.infer<typeof deliverySettings>

export const reliableDelivery: DeliverySettings = {
	copies: 1,
	dropPercent: 0,
	delayMs: 0,
	shuffle: false,
	hold: false,
	seed: 1,
}

/** Numbers from 0 to below 1, the same row for the same seed (mulberry32). */
export function chance(seed: number): () => number {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let mixed = Math.imul(state ^ (state >>> 15), state | 1)
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
	}
}

/** The same things in an order of chance. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
	return things
		.map((thing) => ({ thing, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ thing }) => thing)
}
