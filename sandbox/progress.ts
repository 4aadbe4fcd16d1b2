/** Tells of each step that takes over a second, so that nobody wonders whether anything happens. */
export type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>

export function progressTo(print: (line: string) => void, signal?: AbortSignal): Step {
	return async (title, work) => {
		// Asked to stop: no further step is begun.
		signal?.throwIfAborted()
		const timer = setTimeout(() => print(`${title} …`), 1_000)
		try {
			return await work()
		} finally {
			clearTimeout(timer)
		}
	}
}

export interface Closing {
	add(title: string, close: () => Promise<void>): void
	close(): Promise<void>
}

/** What was opened, to be closed in the opposite order. One that fails to close does not keep the others open. */
export function closing(print: (line: string) => void): Closing {
	const open: { title: string; close: () => Promise<void> }[] = []
	return {
		add: (title, close) => void open.push({ title, close }),
		close: async () => {
			for (let one = open.pop(); one; one = open.pop()) {
				try {
					await one.close()
				} catch (error) {
					print(`${one.title} did not stop as it should: ${error instanceof Error ? error.message : String(error)}`)
				}
			}
		},
	}
}
