import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '#app/jobs/job.ts'
import { connect, disconnect } from '#db/client.server.ts'
import { startLoop } from '../../../worker/loop.ts'

const db = connect('postgres://127.0.0.1:1/none')
afterAll(() => disconnect(db))

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

function counting(
	name: string,
	run: (time: number) => Promise<number> = async () => 0,
): Job & { times: number; at: Date[] } {
	const work = {
		name,
		times: 0,
		at: [] as Date[],
		run: (_: unknown, now: Date) => {
			work.times++
			work.at.push(now)
			return run(work.times)
		},
	}
	return work
}

const fails = () => Promise.reject(new Error('no'))

function start(given: { work?: Job[]; mail?: Job; tidying?: Job[]; now?: () => Date }) {
	const errors: unknown[] = []
	const log = { error: (about: unknown) => void errors.push(about) }
	const hung: string[] = []
	const onHang = ({ name }: Job) => void hung.push(name)
	const stop = startLoop({
		db,
		log,
		onHang,
		now: () => new Date(),
		mail: counting('mail'),
		work: [],
		tidying: [],
		...given,
	})
	return { stop, errors, hung }
}

describe('the worker', () => {
	it('asks each second, with the application’s clock, and tidies each minute with the machine’s', async () => {
		const [work, mail, tidying] = [counting('work'), counting('mail'), counting('tidy')]
		const moved = () => new Date(Date.now() + 86_400_000)
		const { stop } = start({ work: [work], mail, tidying: [tidying], now: moved })
		await seconds(119.5)
		await stop()
		expect([work.times, mail.times, tidying.times]).toEqual([120, 120, 2])
		expect(work.at[0]).toEqual(new Date('2026-11-24T09:00:00Z'))
		expect(tidying.at[0]).toEqual(new Date('2026-11-23T09:00:00Z'))
	})

	it('does not wait while there is more to do', async () => {
		const mail = counting('mail', async (time) => (time < 50 ? 5 : 0))
		const { stop } = start({ mail })
		await seconds(0.5)
		await stop()
		expect(mail.times).toBe(50)
	})

	it('lets a kind that fails rest, longer each time, while the others go on', async () => {
		const [bad, good, mail] = [counting('bad', fails), counting('good'), counting('mail', fails)]
		const { stop, errors } = start({ work: [bad, good], mail })
		await seconds(60.5)
		await stop()
		expect(good.times).toBe(61)
		expect([bad.times, mail.times]).toEqual([6, 6])
		expect(errors.length).toBe(12)
		expect(errors[0]).toMatchObject({ work: 'bad', failures: 1 })
	})

	it('forgets a failure once it has gone well', async () => {
		const bad = counting('bad', (time) => (time % 2 === 1 ? fails() : Promise.resolve(0)))
		const { stop, errors } = start({ work: [bad] })
		await seconds(10.5)
		await stop()
		expect(bad.times).toBe(11)
		expect(errors.length).toBe(6)
	})

	it('says so when work neither ends nor fails', async () => {
		const [stuck, quick] = [counting('stuck', () => new Promise(() => {})), counting('quick')]
		const { hung } = start({ work: [quick, stuck] })
		await seconds(119)
		expect(hung).toEqual([])
		await seconds(2)
		expect(hung).toEqual(['stuck'])
	})

	it('finishes what it has begun before it stops, and then stops at once', async () => {
		let finish = (_: number) => {}
		const slow = counting('slow', () => new Promise((resolve) => (finish = resolve)))
		const { stop } = start({ work: [slow] })
		await seconds(3)
		let stopped = false
		const stopping = stop().then(() => (stopped = true))
		await seconds(3)
		expect(stopped).toBe(false)
		finish(0)
		await stopping
		expect(slow.times).toBe(1)
	})
})
