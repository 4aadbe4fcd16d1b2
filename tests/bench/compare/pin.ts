import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Gives each process a core of its own, which others may use as well. Returns what came of it, in a sentence. */
export function pinApart(pids: readonly number[]): string {
	if (availableParallelism() < pids.length) return 'There are fewer cores than processes, and none is pinned.'
	try {
		for (const [core, pid] of pids.entries())
			execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] })
		return 'Each process of the application is pinned to a core; the database and the load are not.'
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
			return 'There is no taskset here, and the processes are not pinned.'
		return `The processes are not pinned: ${error instanceof Error ? error.message : String(error)}`
	}
}
