import { afterAll, describe, expect, it } from 'vitest'
import type { Job } from '#app/jobs/job.ts'
import { runDue, runDueUntil } from '#app/jobs/run-due.server.ts'
import { connect, disconnect } from '#db/client.server.ts'

const now = new Date('2026-11-23T09:00:00Z')
/** A pool that never connects: this work asks no database. */
const db = connect('postgres://127.0.0.1:1/none')
afterAll(() => disconnect(db))

/** Work with so much of it left, that notes when it was asked. */
function pile(name: string, left: number, asked: string[], onEmpty = () => {}): Job {
	return {
		name,
		run: async () => {
			asked.push(name)
			if (left === 0) return 0
			left--
			if (left === 0) onEmpty()
			return 1
		},
	}
}

const failing: Job = {
	name: 'failing',
	run: () => Promise.reject(new Error('no')),
}

describe('what is due at an instant', () => {
	it('is done kind by kind, in order, until nothing is left', async () => {
		const asked: string[] = []
		expect(await runDue(db, now, { work: [pile('a', 2, asked), pile('b', 1, asked)] })).toEqual({ done: 3 })
		expect(asked.join('')).toBe('aaabbab')
	})

	it('includes what only became due by other work', async () => {
		const asked: string[] = []
		let freed = 0
		const offers: Job = { name: 'offers', run: async () => freed && freed-- }
		const holds = pile('holds', 1, asked, () => freed++)
		expect(await runDue(db, now, { work: [offers, holds] })).toEqual({ done: 2 })
	})

	it('goes on past a kind that fails, and says so in the end', async () => {
		const asked: string[] = []
		await expect(runDue(db, now, { work: [failing, pile('b', 1, asked)] })).rejects.toThrow('Some due work failed')
		expect(asked).toEqual(['b', 'b', 'b'])
	})

	it('tells of a failure once, where someone listens', async () => {
		const told: string[] = []
		const work = [failing, pile('b', 3, [])]
		expect(await runDue(db, now, { work, onError: ({ name }) => told.push(name) })).toEqual({ done: 3 })
		expect(told).toEqual(['failing'])
	})

	it('finds out work that is never done', async () => {
		const endless: Job = { name: 'endless', run: async () => 1 }
		await expect(runDue(db, now, { work: [endless] })).rejects.toMatchObject({
			errors: [new Error('endless is never done')],
		})
	})
})

describe('a walk through time', () => {
	it('stops at each instant at which something falls due, also what came up on the way', async () => {
		const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000)
		const stops: number[] = []
		// An offer stands for two hours and then passes on, three times.
		let due: Date | null = at(1)
		let left = 3
		const offers: Job = {
			name: 'offers',
			async run(_, instant) {
				if (due === null || due > instant) return 0
				stops.push((instant.getTime() - now.getTime()) / 3_600_000)
				left--
				due = left > 0 ? new Date(instant.getTime() + 2 * 3_600_000) : null
				return 1
			},
			nextDue: async () => due,
		}
		expect(await runDueUntil(db, now, at(48), { work: [offers, pile('other', 0, [])] })).toEqual({ done: 3 })
		expect(stops).toEqual([1, 3, 5])
	})

	it('ends where it is told to, and does what is due there', async () => {
		const seen: Date[] = []
		const watch: Job = {
			name: 'watch',
			async run(_, instant) {
				seen.push(instant)
				return 0
			},
		}
		const until = new Date(now.getTime() + 1000)
		await runDueUntil(db, now, until, { work: [watch] })
		expect(seen).toEqual([now, until])
	})
})
