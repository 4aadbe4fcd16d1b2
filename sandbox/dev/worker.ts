import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from '../child.ts'

interface Watcher {
	on(event: 'all', listener: (event: string, path: string) => void): unknown
}

const settleMs = 200

/** The worker from its sources, started again after a save. What it was doing is taken up again when its lease runs out. */
export function watchWorker(watcher: Watcher, env: NodeJS.ProcessEnv): { stop(): Promise<void> } {
	let child = start(env)
	let stopping = false
	let timer: NodeJS.Timeout | undefined
	let turn: Promise<void> = Promise.resolve()

	async function restart(): Promise<void> {
		await child.stop(2_000)
		if (!stopping) child = start(env)
	}

	watcher.on('all', (_event, path) => {
		if (!/\.(ts|tsx|sql)$/.test(path)) return
		clearTimeout(timer)
		timer = setTimeout(() => {
			turn = turn.then(restart)
		}, settleMs)
	})
	return {
		async stop() {
			stopping = true
			clearTimeout(timer)
			await turn
			await child.stop()
		},
	}
}

function start(env: NodeJS.ProcessEnv): Child {
	const onOutput = (text: string) => void process.stderr.write(text)
	const logFile = join(tmpdir(), `samvaer-worker-${process.pid}.log`)
	return startChild({ name: 'The worker', script: 'worker/index.ts', isSource: true, env, logFile, onOutput })
}
