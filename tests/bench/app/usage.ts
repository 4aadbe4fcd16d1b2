import { readFileSync } from 'node:fs'

/** Megabytes that a process holds, and the most it has held; null where the system does not tell. */
export function memoryOf(pid: number): { now: number; peak: number } | null {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8')
		const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
		return { now: read('VmRSS'), peak: read('VmHWM') }
	} catch {
		return null
	}
}

/** Milliseconds of processor time that a process has used; null where the system does not tell. */
export function processorTimeOf(pid: number): number | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
		// After the name in brackets, which may hold anything: the 12th and 13th, in hundredths of a second.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
		return (Number(fields[11]) + Number(fields[12])) * 10
	} catch {
		return null
	}
}
