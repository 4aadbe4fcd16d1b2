import type { Db } from '#db/client.server.ts'
import type { Job } from './job.ts'
import { jobs } from './jobs.server.ts'

/** More turns than any real backlog takes: work that never says that it is done is a fault. */
const mostTurns = 10_000

export interface RunOptions {
	work?: readonly Job[]
	/** Told of a kind that failed; the others go on. Left out, the failures are thrown once the others are through. */
	onError?: (work: Job, error: unknown) => void
}

/**
 * Does all that is due at an instant: each kind in turn until none of it is left, and all kinds again as long as any did
 * something, for one thing done may make another due.
 */
export async function runDue(db: Db, now: Date, options: RunOptions = {}): Promise<{ done: number }> {
	const errors: unknown[] = []
	const failed = new Set<Job>()
	const work = options.work ?? jobs
	let done = 0
	for (let before = -1; before !== done; ) {
		before = done
		for (const kind of work.filter((kind) => !failed.has(kind))) {
			try {
				done += await runOut(kind, db, now)
			} catch (error) {
				failed.add(kind)
				errors.push(error)
				options.onError?.(kind, error)
			}
		}
	}
	if (errors.length > 0 && !options.onError) throw new AggregateError(errors, 'Some due work failed')
	return { done }
}

async function runOut(kind: Job, db: Db, now: Date): Promise<number> {
	let done = 0
	for (let turn = 0; turn < mostTurns; turn++) {
		const some = await kind.run(db, now)
		if (some === 0) return done
		done += some
	}
	throw new Error(`${kind.name} is never done`)
}

/**
 * Walks through time: does what is due at `from`, then at each later instant at which something falls due, and at `until`
 * last. So an offer made at nine has passed on at eleven, and again at one, when a clock is moved past all three.
 *
 * @internal
 */
export async function runDueUntil(
	db: Db,
	from: Date,
	until: Date,
	options: RunOptions = {},
): Promise<{ done: number }> {
	let { done } = await runDue(db, from, options)
	let at = from
	while (at < until) {
		at = await nextStop(db, at, until, options.work ?? jobs)
		done += (await runDue(db, at, options)).done
	}
	return { done }
}

async function nextStop(db: Db, after: Date, until: Date, work: readonly Job[]): Promise<Date> {
	let next = until
	for (const kind of work) {
		const due = await kind.nextDue?.(db, after)
		if (due && due > after && due < next) next = due
	}
	return next
}
