import type { Logger } from 'pino'
import type { Job } from '#app/jobs/job.ts'
import { housekeeping, jobs } from '#app/jobs/jobs.server.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import type { Db } from '#db/client.server.ts'

export interface LoopOptions {
	db: Db
	mail: Job
	/** The application's clock. */
	now(): Date
	log: Pick<Logger, 'error'>
	/** Called when work neither ends nor fails: only a new process helps then. */
	onHang(kind: Job): void
	work?: readonly Job[]
	tidying?: readonly Job[]
}

const tickMs = 1_000
const tidyMs = 60_000
const longestRestMs = 60_000
/** Longer than anything takes: a statement has five seconds, a mail forty. */
const hungMs = 120_000

/**
 * Asks every second what is due and does it. A kind that fails rests, longer each time and at most a minute, while the
 * others go on. Returns how to stop: what is under way is finished first.
 */
export function startLoop({
	db,
	mail,
	now,
	log,
	onHang,
	work = jobs,
	tidying = housekeeping,
}: LoopOptions): () => Promise<void> {
	const stopping = new AbortController()
	const resting = new Map<string, { failures: number; until: number }>()
	let tidyAt = 0

	const awake = (kind: Job) => (resting.get(kind.name)?.until ?? 0) <= performance.now()

	function onError(kind: Job, error: unknown): void {
		const failures = (resting.get(kind.name)?.failures ?? 0) + 1
		const rest = Math.min(tickMs * 2 ** (failures - 1), longestRestMs)
		resting.set(kind.name, { failures, until: performance.now() + rest })
		log.error({ work: kind.name, failures, err: error }, 'Due work failed')
	}

	/** The same work, watched. */
	const watched = (kind: Job): Job => ({
		...kind,
		async run(...given) {
			const watch = setTimeout(onHang, hungMs, kind)
			try {
				return await kind.run(...given)
			} finally {
				clearTimeout(watch)
			}
		},
	})

	async function turn(kinds: readonly Job[], at: Date): Promise<number> {
		const tried = kinds.filter(awake)
		const { done } = await runDue(db, at, { work: tried.map(watched), onError })
		for (const kind of tried) if (awake(kind)) resting.delete(kind.name)
		return done
	}

	async function once(): Promise<number> {
		const done = await turn(work, now())
		if (performance.now() >= tidyAt) {
			tidyAt = performance.now() + tidyMs
			await turn(tidying, new Date())
		}
		return done + (await turnOfMail())
	}

	/** One batch at a time, each with a fresh instant, so that a lease is never older than its batch. */
	async function turnOfMail(): Promise<number> {
		if (!awake(mail)) return 0
		try {
			const sent = await watched(mail).run(db, now())
			resting.delete(mail.name)
			return sent
		} catch (error) {
			onError(mail, error)
			return 0
		}
	}

	async function run(): Promise<void> {
		while (!stopping.signal.aborted) {
			const done = await once()
			if (done === 0) await pause(tickMs, stopping.signal)
		}
	}

	const running = run()
	return () => {
		stopping.abort()
		return running
	}
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) return resolve()
		const wake = () => {
			clearTimeout(timer)
			signal.removeEventListener('abort', wake)
			resolve()
		}
		const timer = setTimeout(wake, ms)
		signal.addEventListener('abort', wake)
	})
}
