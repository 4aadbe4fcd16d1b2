/** So many that fail are no fault of their own: something is away that all need, and each would wait for it in vain. */
const mostFailures = 3

/**
 * Does a use case for each of a batch until one returns false. One that fails keeps none of the others from it: what failed is thrown
 * once the others are through, or at the third. Returns whether all were done.
 */
export async function processBatch<T>(batch: readonly T[], call: (one: T) => Promise<boolean>): Promise<boolean> {
	const failures: unknown[] = []
	let goesOn = true
	for (const one of batch) {
		try {
			goesOn = await call(one)
		} catch (error) {
			failures.push(error)
		}
		if (!goesOn || failures.length === mostFailures) break
	}
	if (failures.length > 0) throw new AggregateError(failures, 'Some of a batch failed')
	return goesOn
}
