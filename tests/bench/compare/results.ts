import type { Figures } from '../figures.ts'
import type { ComparisonKind, WorkName } from '../options.ts'
import type { Ratio } from '../ratio.ts'
import { cpuText, figuresLine, formText, percentilesText, round } from '../results.ts'

interface Measured {
	/** Of what is compared: bookings, users at once, or processes. */
	number: number
	figures: Figures
}

/** A work on two sides, and the second's rate as a part of the first's. */
export interface Compared extends Ratio {
	kind: ComparisonKind
	work: WorkName
	sides: readonly [Measured, Measured]
}

/** What each comparison counts, how a program is told which side is which, and what ratio is asked for at least. */
const kinds = {
	growth: { counts: 'bookings', names: ['small', 'large'], asked: 0.95 },
	connections: { counts: 'connections', names: ['few', 'many'], asked: 0.9 },
	processes: { counts: 'processes', names: ['one', 'two'], asked: 1.6 },
} as const

/** One comparison for a program. Rates are per second, times are milliseconds. */
export function comparedLine(compared: Compared) {
	const { kind, work, ratio, noise, sides } = compared
	const { counts, names, asked } = kinds[kind]
	const [first, second] = sides.map(({ number, figures }) => {
		const line = figuresLine(figures)
		return { [counts]: number, ...line, cpu: { ...line.cpu, load: round(figures.cpu.load, 3) } }
	})
	return {
		work,
		[names[0]]: first,
		[names[1]]: second,
		ratio: round(ratio, 3),
		noise: round(noise, 3),
		asked,
		...(kind === 'processes' && { byProcessorTime: round(byProcessorTime(compared), 3) }),
	}
}

/**
 * What both processes would do of one's rate with a core to each and the database and the load elsewhere: as much more as there
 * are more of them, less what a work then costs a process more.
 */
export function byProcessorTime({ sides: [one, two] }: Pick<Compared, 'sides'>): number {
	return ((two.number / one.number) * one.figures.cpu.own) / two.figures.cpu.own
}

export function headingOf(kind: ComparisonKind): string {
	const times = ['p50', 'p95', 'p99'].map((name) => name.padStart(6)).join(' ')
	return `${'work'.padEnd(18)} ${kinds[kind].counts.padStart(11)} ${'/s'.padStart(6)} ${times}  ms cpu+db+load`
}

export function sideText(work: string, { number, figures }: Measured): string {
	const { perSecond, cpu, forms } = figures
	const line = `${work.padEnd(18)} ${String(number).padStart(11)} ${perSecond.toFixed(0).padStart(6)}`
	const forEach = forms.map((form) => formText(form, 30))
	return [`${line} ${percentilesText(figures)}  ${cpuText(cpu)}+${cpu.load.toFixed(2)}`, ...forEach].join('\n')
}

export function ratioText(compared: Compared): string {
	const { kind, ratio, noise, sides } = compared
	const { asked, counts } = kinds[kind]
	const [first, second] = sides
	const met = ratio >= asked ? 'met' : 'not met'
	const unsure = Math.abs(ratio - asked) <= noise * ratio ? ', within its noise' : ''
	const parts = [
		`  ${second.number} ${counts} to ${first.number}: ${ratio.toFixed(3)} ± ${(noise * 100).toFixed(1)} %`,
		`at least ${asked} is asked: ${met}${unsure}`,
	]
	if (kind === 'processes') parts.push(`${byProcessorTime(compared).toFixed(2)} by processor time`)
	return parts.join('; ')
}
