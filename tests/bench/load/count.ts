import type { Sample } from '../figures.ts'

/** Counts works from the first one begun to the last one done, and keeps the first thing that went wrong. */
export class Count {
	#latencies: number[] = []
	#forms: Record<string, number[]> = {}
	#began: number | null = null
	#ended = 0
	#problem: string | null = null
	#open = 0

	get problem(): string | null {
		if (this.#problem !== null) return this.#problem
		return this.#latencies.length === 0 ? 'Nothing was answered' : null
	}

	/** Works begun and not yet answered. */
	get open(): number {
		return this.#open
	}

	/** Returns the instant, in milliseconds. */
	begin(): number {
		const now = performance.now()
		this.#began ??= now
		this.#open += 1
		return now
	}

	done(begun: number): void {
		this.#open -= 1
		this.#ended = performance.now()
		this.#latencies.push(this.#ended - begun)
	}

	/** One form of a work was answered as it should be. */
	formDone(name: string, begun: number): void {
		this.#forms[name] ??= []
		this.#forms[name].push(performance.now() - begun)
	}

	fail(problem: string): void {
		this.#open -= 1
		this.#problem ??= problem
	}

	sample(): Sample {
		const seconds = (this.#ended - (this.#began ?? 0)) / 1000
		const latencies = [...this.#latencies].sort((a, b) => a - b)
		return { perSecond: latencies.length / seconds, latencies, forms: this.#forms }
	}
}
