import type { Cpu, Figures, Percentiles } from './figures.ts'
import type { Measured } from './measure.ts'
import type { WorkName } from './options.ts'

export interface Result {
	work: WorkName
	measured: Measured
	about: string
}

/** One result for a program. Rates are per second, times are milliseconds. */
export function resultLine({ work, measured }: Result) {
	const { app, floors, ratio } = measured
	return {
		work,
		...figuresLine(app),
		floor: round(floors[0]?.figures.perSecond ?? 0, 1),
		ratio: round(ratio, 3),
		floors: Object.fromEntries(floors.map(({ name, figures }) => [name, round(figures.perSecond, 1)])),
		noise: round(app.noise, 3),
		floorCpu: Object.fromEntries(floors.map(({ name, figures }) => [name, cpuLine(figures.cpu)])),
	}
}

/** What is told of anything that was measured. */
export function figuresLine({ perSecond, cpu, forms, ...times }: Figures) {
	return {
		perSecond: round(perSecond, 1),
		...percentilesLine(times),
		...(forms.length > 0 && { forms: forms.map(({ name, ...of }) => ({ name, ...percentilesLine(of) })) }),
		cpu: cpuLine(cpu),
	}
}

function percentilesLine({ p50, p95, p99 }: Percentiles) {
	return { p50: round(p50, 2), p95: round(p95, 2), p99: round(p99, 2) }
}

function cpuLine({ own, database }: Cpu) {
	return { own: round(own, 3), database: round(database, 3) }
}

export function resultText({ work: name, measured, about }: Result): string {
	const { app, floors, ratio } = measured
	const beneath = floors
		.map(({ name, figures }) => `${name} ${figures.perSecond.toFixed(0)} (${cpuText(figures.cpu)})`)
		.join(', ')
	const line = [
		name.padEnd(18),
		app.perSecond.toFixed(0).padStart(6),
		percentilesText(app),
		`${(app.noise * 100).toFixed(0)} %`.padStart(5),
		ratio.toFixed(2).padStart(6),
		cpuText(app.cpu).padStart(11),
		` ${beneath} (${about})`,
	]
	return [line.join(' '), ...app.forms.map((form) => formText(form, 18))].join('\n')
}

/** A line of its own beneath the work's, whose rate ends so many columns and seven more from the left. */
export function formText({ name, ...times }: { name: string } & Percentiles, columns: number): string {
	return `${`  ${name}`.padEnd(columns + 7)} ${percentilesText(times)}`
}

export function percentilesText({ p50, p95, p99 }: Percentiles): string {
	return [p50, p95, p99].map((ms) => ms.toFixed(1).padStart(6)).join(' ')
}

/** Ours and the database's. */
export function cpuText({ own, database }: Cpu): string {
	return `${own.toFixed(2)}+${database.toFixed(2)}`
}

export const heading = `${'work'.padEnd(18)} ${'/s'.padStart(6)} ${'p50'.padStart(6)} ${'p95'.padStart(6)} ${'p99'.padStart(6)} ${'noise'.padStart(5)} ${'ratio'.padStart(6)} ${'ms cpu+db'.padStart(11)}  floors, per second (ms cpu+db)`

export function round(value: number, digits: number): number {
	return Number(value.toFixed(digits))
}
