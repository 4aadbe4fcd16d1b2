import { expect, it } from 'vitest'
import { pipeline } from '#db/queries/pipeline.ts'
import { mapResult, skipped } from '#db/queries/statement.ts'

/** A statement that fails, and is heard of after so many steps. */
function failing(name: string, steps: number) {
	const failed = mapResult(skipped(null), () => {
		throw new Error(name)
	})
	return Array.from({ length: steps }).reduce<typeof failed>((one) => mapResult(one, (answer) => answer), failed)
}

it('of several that fail the first is the cause, though one behind it is heard of sooner', async () => {
	await expect(pipeline([skipped(1), failing('the cause', 9), failing('a follower', 0)])).rejects.toThrow('the cause')
})

it('each answers for itself', async () => {
	expect(await pipeline([skipped('one'), mapResult(skipped(1), (one) => one + 1), skipped(null)])).toEqual([
		'one',
		2,
		null,
	])
})
