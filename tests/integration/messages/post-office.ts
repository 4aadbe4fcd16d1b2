import { eq, isNull } from 'drizzle-orm'
import type { ParsedMail } from 'mailparser'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { MessageKind } from '#app/domain/messages.ts'
import { connectMail, type Mailer } from '#app/integrations/mail.server.ts'
import { sendDueMail } from '#app/services/messages/send-due.server.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import { type NewMessage, queueMessages } from '#db/queries/messages/queue.ts'
import { message } from '#db/schema/index.ts'
import { cloneDatabase, type TestDatabase } from '#tests/support/database.ts'
import { type House, makeBooking, makeHouse, makeReader } from './fixture.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'

export const origin = 'https://samvaer.example'
/** When the visit begins, and a day well before it. */
export const start = new Date('2026-11-26T11:00:00Z')
export const noon = new Date('2026-11-20T11:00:00Z')
export const after = (minutes: number, from = noon) => new Date(from.getTime() + minutes * 60_000)

export interface PostOffice {
	readonly db: Db
	readonly house: House
	sink: MailSink
	readonly mailer: Mailer
	/** What was logged in this test, line by line. */
	readonly logged: string[]
	/** A mailer of its own. `silenceMs`: how long it waits for a word from the server. */
	mailerTo(smtpUrl: string, silenceMs?: number): Mailer
	/** Sends everything that is due at an instant, as the worker does it; answers how much was done. */
	send(now: Date, mailer?: Pick<Mailer, 'send'>): Promise<number>
	queue(
		kind: MessageKind,
		toVisitorId: string,
		about?: Pick<NewMessage, 'bookingId' | 'detail'>,
		queuedAt?: Date,
	): Promise<string>
	/** A confirmed booking with its confirmation queued. */
	confirmed(
		reader?: Parameters<typeof makeReader>[1],
	): Promise<{ visitorId: string; booked: { id: string; ref: string }; messageId: string }>
	stored(id: string): Promise<typeof message.$inferSelect>
}

/** Opens one for the tests of a file: a database with one prison, and for each test a mail server that can misbehave. */
export function openPostOffice(): PostOffice {
	let database: TestDatabase | undefined
	let state: { db: Db; house: House } | undefined
	let post: { sink: MailSink; mailer: Mailer; logged: string[] } | undefined

	const office: PostOffice = {
		get db() {
			return open(state).db
		},
		get house() {
			return open(state).house
		},
		get sink() {
			return open(post).sink
		},
		set sink(sink) {
			open(post).sink = sink
		},
		get mailer() {
			return open(post).mailer
		},
		get logged() {
			return open(post).logged
		},
		mailerTo: (smtpUrl, silenceMs = 10_000) =>
			connectMail(
				{ smtpUrl, mailFrom: 'Samvær <ikke-svar@samvaer.example>', environment: 'test', publicOrigin: origin },
				{ connectMs: 10_000, greetingMs: 10_000, silenceMs, mailMs: 20_000 },
			),
		async send(now, mailer = office.mailer) {
			const log = pino({ level: 'info' }, { write: (line) => void office.logged.push(line) })
			let done = 0
			for (let some = -1; some !== 0; done += Math.max(some, 0))
				some = await sendDueMail(office.db, now, { mailer, log, origin })
			return done
		},
		async queue(kind, toVisitorId, about = {}, queuedAt = noon) {
			await queueMessages(office.db, [{ kind, toVisitorId, ...about, queuedAt }])
			const rows = await office.db.select().from(message).where(eq(message.toVisitorId, toVisitorId))
			return rows.find((row) => row.kind === kind && row.sentAt === null && row.deadAt === null)?.id ?? ''
		},
		async confirmed(reader = {}) {
			const visitorId = await makeReader(office.db, reader)
			const booked = await makeBooking(office.db, office.house, [visitorId])
			const messageId = await office.queue('booking-confirmed', visitorId, { bookingId: booked.id })
			return { visitorId, booked, messageId }
		},
		async stored(id) {
			const [row] = await office.db.select().from(message).where(eq(message.id, id))
			return open(row)
		},
	}

	beforeAll(async () => {
		database = await cloneDatabase()
		const db = connect(database.appUrl, { max: 12 })
		state = { db, house: await makeHouse(db, start) }
	})
	afterAll(async () => {
		await disconnect(office.db)
		await database?.drop()
	})
	beforeEach(async () => {
		const sink = await startMailSink()
		post = { sink, mailer: office.mailerTo(sink.url), logged: [] }
	})
	afterEach(async () => {
		office.mailer.close()
		await office.sink.close()
		// What a test left waiting is not the next one's.
		await office.db
			.update(message)
			.set({ deadAt: noon, undelivered: 'superseded', errorHandler: 'of another test' })
			.where(isNull(message.sentAt))
	})
	return office
}

function open<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('Not there')
	return value
}

/** The message that a mail was made of. */
export const idOf = (mail: ParsedMail | undefined) => mail?.messageId?.slice(1).split('@')[0]
