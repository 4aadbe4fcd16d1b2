/**
 * Does something without the lines that a package prints of its own accord. They are known and meant so here, and would
 * stand in the middle of what the demo tells, or in output that another program reads.
 */
export async function suppressOutput<T>(unwanted: string, work: () => Promise<T>): Promise<T> {
	const { info, warn } = console
	const without =
		(print: typeof info) =>
		(...said: unknown[]) => {
			if (!String(said[0]).includes(unwanted)) print(...said)
		}
	console.info = without(info)
	console.warn = without(warn)
	try {
		return await work()
	} finally {
		console.info = info
		console.warn = warn
	}
}
