import { expect, it } from 'vitest'
import { type Compared, comparedLine, ratioText } from '#tests/bench/compare/results.ts'
import type { Figures } from '#tests/bench/figures.ts'
import { resultLine } from '#tests/bench/results.ts'

const figures: Figures = {
	perSecond: 117.04,
	p50: 130.001,
	p95: 180,
	p99: 229,
	forms: [
		{ name: 'hold', p50: 60, p95: 80, p99: 99.999 },
		{ name: 'book', p50: 70, p95: 90, p99: 110 },
	],
	noise: 0.0512,
	cpu: { own: 9.7, database: 5.7, load: 2.1 },
}
const page: Figures = { ...figures, forms: [] }

it('a result against floors says how long each form took, where there are any', () => {
	const floors = [{ name: 'sql', figures: { ...page, perSecond: 188 } }]
	const line = resultLine({ work: 'booking', measured: { app: figures, floors, ratio: 0.6226 }, about: '' })
	expect(line).toEqual({
		work: 'booking',
		perSecond: 117,
		p50: 130,
		p95: 180,
		p99: 229,
		forms: [
			{ name: 'hold', p50: 60, p95: 80, p99: 100 },
			{ name: 'book', p50: 70, p95: 90, p99: 110 },
		],
		floor: 188,
		ratio: 0.623,
		floors: { sql: 188 },
		noise: 0.051,
		cpu: { own: 9.7, database: 5.7 },
		floorCpu: { sql: { own: 9.7, database: 5.7 } },
	})
	const single = resultLine({ work: 'home', measured: { app: page, floors, ratio: 1 }, about: '' })
	expect(single).not.toHaveProperty('forms')
})

const compared = (kind: Compared['kind'], of: [number, number], ratio: number, noise: number): Compared => ({
	kind,
	work: 'calendar',
	sides: [
		{ number: of[0], figures: page },
		{ number: of[1], figures: page },
	],
	ratio,
	noise,
	byProcessorTime: kind === 'processes' ? { ratio: 1.9, noise: 0.02 } : null,
})

it('a comparison names its two sides by what it compares', () => {
	const side = { perSecond: 117, p50: 130, p95: 180, p99: 229, cpu: { own: 9.7, database: 5.7, load: 2.1 } }
	expect(comparedLine(compared('growth', [5000, 500_000], 0.9312, 0.0203))).toEqual({
		work: 'calendar',
		small: { bookings: 5000, ...side },
		large: { bookings: 500_000, ...side },
		ratio: 0.931,
		noise: 0.02,
		asked: 0.95,
	})
	expect(comparedLine(compared('connections', [16, 64], 1, 0))).toMatchObject({
		few: { connections: 16 },
		many: { connections: 64 },
		asked: 0.9,
	})
	expect(comparedLine(compared('processes', [1, 2], 1.2, 0))).toMatchObject({
		one: { processes: 1 },
		two: { processes: 2 },
		asked: 1.6,
		byProcessorTime: { ratio: 1.9, noise: 0.02 },
	})
})

it.each([
	[0.99, 0.01, 'is asked: met)'],
	[0.96, 0.02, 'is asked: met, within the noise)'],
	[0.94, 0.02, 'is asked: not met, within the noise)'],
	[0.9, 0.02, 'is asked: not met)'],
])('a ratio of %d that may be wrong by %d is told as what it is', (ratio, noise, told) => {
	const text = ratioText(compared('growth', [5000, 500_000], ratio, noise))
	expect(text).toContain(told)
	expect(text).not.toContain('processor')
})
