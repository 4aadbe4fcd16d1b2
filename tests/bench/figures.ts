/** One measurement: how many works were done in how long, and how long each took. */
export interface Sample {
	perSecond: number
	/** Milliseconds, sorted. */
	latencies: number[]
	/** Of each form by itself, where a work is more than one. Milliseconds, in any order. */
	forms?: Readonly<Record<string, readonly number[]>>
	/** Milliseconds of processor time that one work took: ours or the floor's, the database's, and the load's. */
	cpu?: Cpu
}

export interface Cpu {
	own: number
	database: number
	load: number
}

/** Below which a half, 95 and 99 of a hundred lie, in milliseconds. */
export interface Percentiles {
	p50: number
	p95: number
	p99: number
}

/** A work over all rounds. */
export interface Figures extends Percentiles {
	perSecond: number
	/** Each form of it by itself, in their order; none where a work is a single request. */
	forms: ({ name: string } & Percentiles)[]
	/** The widest distance of a round from the median, as a part of the median: how noisy the machine was. */
	noise: number
	/** Milliseconds of processor time for one work. What else runs on the machine shakes it little. */
	cpu: Cpu
}

export function figuresOf(samples: readonly Sample[]): Figures {
	const rates = ratesOf(samples)
	const formNames = Object.keys(samples[0]?.forms ?? {})
	const perSecond = median(rates)
	return {
		perSecond,
		...percentilesOf(samples.flatMap(({ latencies }) => latencies)),
		forms: formNames.map((name) => ({
			name,
			...percentilesOf(samples.flatMap(({ forms }) => forms?.[name] ?? [])),
		})),
		cpu: {
			own: median(samples.map(({ cpu }) => cpu?.own ?? 0)),
			database: median(samples.map(({ cpu }) => cpu?.database ?? 0)),
			load: median(samples.map(({ cpu }) => cpu?.load ?? 0)),
		},
		noise: perSecond === 0 ? 0 : Math.max(...rates.map((rate) => Math.abs(rate - perSecond))) / perSecond,
	}
}

export const ratesOf = (samples: readonly Sample[]) => samples.map(({ perSecond }) => perSecond)

function percentilesOf(latencies: readonly number[]): Percentiles {
	const sorted = [...latencies].sort((a, b) => a - b)
	return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99) }
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b)
	const middle = Math.floor(sorted.length / 2)
	const upper = sorted[middle] ?? 0
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** The value below which a part of the sorted values lie; 0 when there are none. */
export function percentile(sorted: readonly number[], part: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
