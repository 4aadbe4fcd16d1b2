import { readdirSync, readFileSync } from 'node:fs'

/** Megabytes that a process holds, and the most it has held; null where the system does not tell. */
export function memoryOf(pid: number): { now: number; peak: number } | null {
	const status = read(`/proc/${pid}/status`)
	if (status === null) return null
	const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
	return { now: of('VmRSS'), peak: of('VmHWM') }
}

interface Process {
	parent: number
	/** Milliseconds of processor time. */
	time: number
}

function processOf(pid: number): Process | null {
	const stat = read(`/proc/${pid}/stat`)
	if (stat === null) return null
	// After the name in brackets, which may hold anything: state, parent, … and the times in hundredths of a second.
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
	return { parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * 10 }
}

/** Milliseconds of processor time that a process has used; 0 where the system does not tell. */
export function processorTimeOf(pid: number): number {
	return processOf(pid)?.time ?? 0
}

/** The same of a process and of each that it has started, by their ids: PostgreSQL and the servers of its connections. */
export function processorTimesOfAll(pid: number): ReadonlyMap<number, number> {
	const all = read('/proc/self/stat') === null ? [] : readdirSync('/proc').filter((name) => /^\d+$/.test(name))
	const times = new Map([[pid, processorTimeOf(pid)]])
	for (const id of all.map(Number)) {
		const one = processOf(id)
		if (one?.parent === pid) times.set(id, one.time)
	}
	return times
}

/** What was used between two such looks. Of one that ended meanwhile nothing is known, and it takes nothing from the others. */
export function usedBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
	return [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0)
}

function read(file: string): string | null {
	try {
		return readFileSync(file, 'utf8')
	} catch {
		return null
	}
}
