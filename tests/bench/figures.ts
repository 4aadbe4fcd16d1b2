/** One measurement: how many works were done in how long, and how long each took. */
export interface Sample {
	perSecond: number
	/** Milliseconds, sorted. */
	latencies: number[]
	/** Milliseconds of processor time that one work took: ours or the floor's, and the database's. */
	cpu?: { own: number; database: number }
}

/** A work over all rounds. */
export interface Figures {
	perSecond: number
	p50: number
	p95: number
	p99: number
	/** The widest distance of a round from the median, as a part of the median: how noisy the machine was. */
	noise: number
	/** Milliseconds of processor time for one work. What else runs on the machine shakes it little. */
	cpu: { own: number; database: number }
}

export function figuresOf(samples: readonly Sample[]): Figures {
	const rates = samples.map(({ perSecond }) => perSecond)
	const latencies = samples.flatMap((sample) => sample.latencies).sort((a, b) => a - b)
	const perSecond = median(rates)
	return {
		perSecond,
		p50: percentile(latencies, 0.5),
		p95: percentile(latencies, 0.95),
		p99: percentile(latencies, 0.99),
		cpu: {
			own: median(samples.map(({ cpu }) => cpu?.own ?? 0)),
			database: median(samples.map(({ cpu }) => cpu?.database ?? 0)),
		},
		noise: perSecond === 0 ? 0 : Math.max(...rates.map((rate) => Math.abs(rate - perSecond))) / perSecond,
	}
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
