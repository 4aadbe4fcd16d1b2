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
	/**
	 * The same ratio of what the processes would do if each had a core to itself, with the database and the load elsewhere:
	 * reckoned from the processor time that a work takes of them. Null where processes are not what is compared.
	 */
	byProcessorTime: Ratio | null
}

/** What each comparison counts, how a program is told which side is which, and what ratio is asked for at least. */
const kinds = {
	growth: { counts: 'bookings', names: ['small', 'large'], asked: 0.95 },
	connections: { counts: 'connections', names: ['few', 'many'], asked: 0.9 },
	processes: { counts: 'processes', names: ['one', 'two'], asked: 1.6 },
} as const

/** One comparison for a program. Rates are per second, times are milliseconds. */
export function comparedLine(compared: Compared) {
	const { kind, work, sides, byProcessorTime } = compared
	const { counts, names, asked } = kinds[kind]
	const [first, second] = sides.map(({ number, figures }) => {
		const line = figuresLine(figures)
		return { [counts]: number, ...line, cpu: { ...line.cpu, load: round(figures.cpu.load, 3) } }
	})
	return {
		work,
		[names[0]]: first,
		[names[1]]: second,
		...ratioLine(compared),
		asked,
		...(byProcessorTime && { byProcessorTime: ratioLine(byProcessorTime) }),
	}
}

function ratioLine({ ratio, noise }: Ratio) {
	return { ratio: round(ratio, 3), noise: round(noise, 3) }
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
	const { kind, ratio, noise, sides, byProcessorTime } = compared
	const { asked, counts } = kinds[kind]
	const [first, second] = sides
	const met = ratio >= asked ? 'met' : 'not met'
	const unsure = Math.abs(ratio - asked) <= noise * ratio ? ', within the noise' : ''
	const line = `  ${second.number} ${counts} to ${first.number}: ${withNoise(compared)} (at least ${asked} is asked: ${met}${unsure})`
	return byProcessorTime ? `${line}; by processor time ${withNoise(byProcessorTime)}` : line
}

const withNoise = ({ ratio, noise }: Ratio) => `${ratio.toFixed(3)} ± ${(noise * 100).toFixed(1)} %`
