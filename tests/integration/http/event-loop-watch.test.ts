import { once } from 'node:events'
import { Writable } from 'node:stream'
import express from 'express'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { registry } from '#app/integrations/metrics.server.ts'
import { watchEventLoop } from '#app/server/event-loop-watch.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { settleRequestContext } from '#app/server/request-context.server.ts'
import { routeOf } from '#app/server/route-of.ts'
import { serverBuild } from './built-routes.ts'

const lines: Record<string, unknown>[] = []
const destination = new Writable({
	write(chunk, _, done) {
		lines.push(JSON.parse(String(chunk)))
		done()
	},
})

/** Answers that wait until they are let go. */
const waiting: (() => void)[] = []

const app = express()
app.use(settleRequestContext)
app.use(watchEventLoop(routeOf((await serverBuild()).routes), createLog('info', destination)))
app.use((req, res) => {
	if (req.path === '/help') return void res.end()
	if (req.path === '/privacy') return void waiting.push(() => res.end())
	hold(Number(req.query.ms))
	res.end()
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
afterAll(() => server.close())

function hold(ms: number): void {
	for (const end = performance.now() + ms; performance.now() < end; );
}

const held = () => lines.filter(({ msg }) => msg === 'the event loop was held')

const counted = async (route: string) => {
	const line = (await registry.metrics())
		.split('\n')
		.find((text) => text.startsWith(`samvaer_event_loop_held_seconds_count{route="${route}"}`))
	return Number(line?.split(' ').at(-1) ?? 0)
}

/** Until the watch has told of it. A busy machine may hold the loop at other times too. */
async function toldOf(route: string): Promise<void> {
	await expect.poll(() => held().map((one) => one.route)).toContain(route)
}

beforeEach(() => {
	lines.length = 0
})

test('a route that holds the loop is named, with how long, and nothing of who asked for what', async () => {
	const route = 'routes/_family.visits_.$ref._index'
	const before = await counted(route)
	const answer = await fetch(`${origin}/visits/K7QM4TXW29AB?ms=400&q=Haugen`)
	await toldOf(route)
	const line = held().find((one) => one.route === route)
	expect(line).toEqual({
		level: 'warn',
		time: expect.any(Number),
		name: 'samvaer-web',
		msg: 'the event loop was held',
		route,
		ms: expect.any(Number),
		requestId: answer.headers.get('x-request-id'),
	})
	expect(Number(line?.ms)).toBeGreaterThan(350)
	expect(await counted(route)).toBe(before + 1)
	expect(JSON.stringify(lines)).not.toMatch(/K7QM4TXW29AB|Haugen/)
})

test('one that waits beside it is named too, and one that was answered before is not', async () => {
	const idle = fetch(`${origin}/privacy`)
	await expect.poll(() => waiting.length).toBe(1)
	const before = await counted('several')
	await fetch(`${origin}/help`)
	await fetch(`${origin}/me?ms=400`)
	await toldOf('routes/_family.me._index, routes/_family.privacy')
	expect(await counted('several')).toBe(before + 1)
	waiting.pop()?.()
	await idle
})

test('a loop held by no request is told of as such', async () => {
	const before = await counted('none')
	hold(400)
	await toldOf('none')
	expect(await counted('none')).toBe(before + 1)
})
