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
		perSecond: round(app.perSecond, 1),
		p50: round(app.p50, 2),
		p95: round(app.p95, 2),
		p99: round(app.p99, 2),
		floor: round(floors[0]?.figures.perSecond ?? 0, 1),
		ratio: round(ratio, 3),
		floors: Object.fromEntries(floors.map(({ name, figures }) => [name, round(figures.perSecond, 1)])),
		noise: round(app.noise, 3),
		cpu: { own: round(app.cpu.own, 3), database: round(app.cpu.database, 3) },
		floorCpu: Object.fromEntries(
			floors.map(({ name, figures: { cpu } }) => [name, { own: round(cpu.own, 3), database: round(cpu.database, 3) }]),
		),
	}
}

export function resultText({ work: name, measured, about }: Result): string {
	const { app, floors, ratio } = measured
	const times = [app.p50, app.p95, app.p99].map((ms) => ms.toFixed(1).padStart(6)).join(' ')
	const work = ({ own, database }: { own: number; database: number }) => `${own.toFixed(2)}+${database.toFixed(2)}`
	const beneath = floors
		.map(({ name, figures }) => `${name} ${figures.perSecond.toFixed(0)} (${work(figures.cpu)})`)
		.join(', ')
	return [
		name.padEnd(18),
		app.perSecond.toFixed(0).padStart(6),
		times,
		`${(app.noise * 100).toFixed(0)} %`.padStart(5),
		ratio.toFixed(2).padStart(6),
		work(app.cpu).padStart(11),
		` ${beneath} (${about})`,
	].join(' ')
}

export const heading = `${'work'.padEnd(18)} ${'/s'.padStart(6)} ${'p50'.padStart(6)} ${'p95'.padStart(6)} ${'p99'.padStart(6)} ${'noise'.padStart(5)} ${'ratio'.padStart(6)} ${'ms cpu+db'.padStart(11)}  floors, per second (ms cpu+db)`

function round(value: number, digits: number): number {
	return Number(value.toFixed(digits))
}
