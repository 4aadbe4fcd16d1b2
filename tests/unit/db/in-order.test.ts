import { expect, it } from 'vitest'
import { inOrder } from '#db/queries/in-order.ts'
import { answering, notSent } from '#db/queries/statement.ts'

/** A statement that fails, and is heard of after so many steps. */
function failing(name: string, steps: number) {
	const failed = answering(notSent(null), () => {
		throw new Error(name)
	})
	return Array.from({ length: steps }).reduce<typeof failed>((one) => answering(one, (answer) => answer), failed)
}

it('of several that fail the first is the cause, though one behind it is heard of sooner', async () => {
	await expect(inOrder([notSent(1), failing('the cause', 9), failing('a follower', 0)])).rejects.toThrow('the cause')
})

it('each answers for itself', async () => {
	expect(await inOrder([notSent('one'), answering(notSent(1), (one) => one + 1), notSent(null)])).toEqual([
		'one',
		2,
		null,
	])
})
