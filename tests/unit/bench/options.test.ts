import { describe, expect, it } from 'vitest'
import { readOptions, workNames } from '#tests/bench/options.ts'

const read = (line: string) => readOptions(line.split(' ').filter(Boolean))

describe('the options of the bench', () => {
	it('measure against floors unless something is compared', () => {
		expect(read('')).toMatchObject({ comparison: null, works: workNames, connections: 16, rounds: 5, seconds: 4 })
		expect(read('--quick')).toMatchObject({ comparison: null, rounds: 2, seconds: 1.5 })
		expect(read('--connections 64')).toMatchObject({ comparison: null, connections: 64 })
		expect(read('--processes 1').comparison).toBeNull()
	})

	it.each([
		['--against 5000 --bookings 500000', { kind: 'growth', of: [5000, 500_000] }],
		['--against 500000 --bookings 5000', { kind: 'growth', of: [5000, 500_000] }],
		['--connections 64,16', { kind: 'connections', of: [16, 64] }],
		['--connections 16,64,256', { kind: 'connections', of: [16, 64, 256] }],
		['--processes 2', { kind: 'processes', of: [1, 2] }],
	])('%s compares, the smallest first', (line, comparison) => {
		expect(read(line).comparison).toEqual(comparison)
	})

	it('give a comparison rounds enough, unless they are given', () => {
		expect(read('--processes 2')).toMatchObject({ rounds: 9, seconds: 3 })
		expect(read('--processes 2 --rounds 4 --seconds 0.5')).toMatchObject({ rounds: 4, seconds: 0.5 })
	})

	it.each([
		['--only calendar,lunch', 'There is no work lunch'],
		['--bookings none', '--bookings takes a number above zero, and none is none.'],
		['--connections 16,', '--connections takes a number above zero'],
		['--connections 1.5', '--connections takes a whole number, and 1.5 is none.'],
		['--connections 16,16', '--connections compares different numbers, and 16 and 16 are not.'],
		['--against 50000', '--against compares different numbers, and 50000 and 50000 are not.'],
		['--processes 3', '--processes takes 1 or 2, and 3 is neither.'],
		['--processes 2 --connections 1', '--processes 2 takes at least two --connections.'],
		['--against 5000 --processes 2', 'One run compares one thing, and this one is to compare growth and processes.'],
		['--against 5000 --connections 16,64', 'to compare growth and connections.'],
		['--processes 2 --connections 16,64', 'to compare connections and processes.'],
		['--processes 2 --rounds 2', 'A comparison takes at least three --rounds, and 2 are too few.'],
		['--quick --against 5000', '--quick belongs to the floors, and this run compares growth.'],
		['--paint --connections 16,64', '--paint belongs to the floors, and this run compares connections.'],
	])('%s is refused in one sentence', (line, sentence) => {
		expect(() => read(line)).toThrow(sentence)
	})
})
