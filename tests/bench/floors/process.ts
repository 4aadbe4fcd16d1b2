// The floors: what the same hardware does without the application. A process of its own, one as the application is one.
import { config } from '#app/config.server.ts'
import { connect } from '#db/client.server.ts'
import { recordBooking } from './booking-floor.ts'
import type { FloorOrder, FloorReply } from './orders.ts'
import { ownLoaders } from './own-loaders.ts'
import { type Recorded, type Statement, startRecorder, statementsIn } from './recording.ts'
import { replayMany } from './replay.ts'
import { type FloorServer, type Page, startFloor } from './servers.tsx'
import { type RecordedSignIn, recordSignIn } from './sign-in-floor.ts'

const { databaseUrl, databasePool, publicOrigin } = config()
const pool = connect(databaseUrl, { max: databasePool, name: 'samvaer-floor', genericPlans: true })
const sql = pool.$client
const recorder = startRecorder(databaseUrl)
const ask = await ownLoaders(recorder.db, publicOrigin)

const pages = new Map<string, { page: Page; visits: Recorded[][] }>()
const bookings = new Map<string, Awaited<ReturnType<typeof recordBooking>>>()
let signIn: RecordedSignIn | null = null
let serving: FloorServer | null = null

process.on('message', (order: FloorOrder) => {
	carryOut(order).then(
		(reply) => process.send?.(reply),
		(error: unknown) => {
			const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
			process.send?.({ kind: 'failed', error: told } satisfies FloorReply)
		},
	)
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function carryOut(order: FloorOrder): Promise<FloorReply> {
	switch (order.kind) {
		case 'record-page': {
			const visits: Recorded[][] = []
			// Looked at once before: what the application then remembers it does not read again, and no floor is to.
			for (const { path, headers } of [...order.requests, ...order.requests]) {
				recorder.take()
				const response = await ask(path, { headers })
				if (response.status >= 400) throw new Error(`${path} was answered ${response.status}`)
				visits.push(recorder.take())
			}
			visits.splice(0, order.requests.length)
			pages.set(order.name, { page: { html: order.html, query: await largestRead(visits[0] ?? []) }, visits })
			return counted(visits[0] ?? [])
		}
		case 'record-booking': {
			const booking = await recordBooking(recorder, ask, order)
			bookings.set(order.name, booking)
			return counted(booking.recorded)
		}
		case 'serve': {
			serving = await startFloor(order.server, pageOf(order.name).page, sql)
			return { kind: 'serving', origin: serving.origin }
		}
		case 'close': {
			await serving?.close()
			serving = null
			return { kind: 'done' }
		}
		case 'replay-page': {
			const { visits } = pageOf(order.name)
			let next = 0
			return { kind: 'measured', sample: await replayMany(sql, () => visits[next++ % visits.length] ?? null, order) }
		}
		case 'record-sign-in': {
			signIn = await recordSignIn(recorder, ask, order.form)
			return counted(signIn.recorded)
		}
		case 'replay-sign-ins': {
			if (!signIn) throw new Error('No sign-in was recorded')
			const works = order.forms.map(signIn.of)
			let next = 0
			return { kind: 'measured', sample: await replayMany(sql, () => works[next++] ?? null, order) }
		}
		case 'replay-bookings': {
			const booking = bookings.get(order.name)
			if (!booking) throw new Error(`${order.name} was not recorded`)
			const works = order.pairs.map((pair) => booking.of(pair))
			let next = 0
			return { kind: 'measured', sample: await replayMany(sql, () => works[next++] ?? null, order) }
		}
	}
}

function pageOf(name: string) {
	const found = pages.get(name)
	if (!found) throw new Error(`${name} was not recorded`)
	return found
}

function counted(recorded: readonly Recorded[]): FloorReply {
	const transactions = recorded.filter((one) => 'transaction' in one).length
	return { kind: 'recorded', statements: statementsIn(recorded).length, transactions }
}

/** The read that answers most: what a page of one query would ask. */
async function largestRead(recorded: readonly Recorded[]): Promise<Statement> {
	let largest: { statement: Statement; size: number } | null = null
	for (const statement of statementsIn(recorded).filter(({ text }) => /^\s*(select|with)/i.test(text))) {
		const rows = await sql.unsafe(statement.text, statement.parameters, { prepare: true })
		const size = JSON.stringify(rows).length
		if (largest === null || size > largest.size) largest = { statement, size }
	}
	if (!largest) throw new Error('The page reads nothing')
	return largest.statement
}
