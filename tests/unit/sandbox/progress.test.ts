import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closing, progressTo } from '#sandbox/progress.ts'

beforeEach(() => {
	vi.useFakeTimers()
})

afterEach(() => {
	vi.useRealTimers()
})

test('a step that takes over a second is told, a quick one is not', async () => {
	const told: string[] = []
	const step = progressTo((line) => told.push(line))
	let finish = (_answer: string) => {}
	const slow = step('Filling the database', () => new Promise<string>((done) => (finish = done)))
	await step('Quick', async () => 'done')
	await vi.advanceTimersByTimeAsync(999)
	expect(told).toEqual([])
	await vi.advanceTimersByTimeAsync(1)
	expect(told).toEqual(['Filling the database …'])
	finish('done')
	expect(await slow).toBe('done')
})

test('once asked to stop, no further step begins', async () => {
	const controller = new AbortController()
	const step = progressTo(() => {}, controller.signal)
	controller.abort(new Error('asked to stop'))
	const work = vi.fn(async () => {})
	await expect(step('Never', work)).rejects.toThrow('asked to stop')
	expect(work).not.toHaveBeenCalled()
})

test('what was opened is closed in the opposite order, once, whatever one of them does', async () => {
	const told: string[] = []
	const open = closing((line) => told.push(line))
	for (const name of ['database', 'post', 'application']) {
		open.add(name, async () => {
			told.push(`close ${name}`)
			if (name === 'post') throw new Error('stuck')
		})
	}
	await open.close()
	await open.close()
	expect(told).toEqual(['close application', 'close post', 'post did not stop as it should: stuck', 'close database'])
})
