import type { Logger } from 'pino'
import { MailError, type Mailer, mailConnections } from '#app/integrations/mail.server.ts'
import type { Db } from '#db/client.server.ts'
import { clearEmailFailure } from '#db/queries/messages/addresses.ts'
import { type MessageFacts, selectMessageFacts } from '#db/queries/messages/facts.ts'
import type { LeasedMessage } from '#db/queries/messages/queue.ts'
import { leaseDueMessages, markFailed, markSent, releaseLease } from '#db/queries/messages/queue.ts'
import type { Ctx } from '../context.ts'
import { isLost, nextTry } from './backoff.ts'
import { composeMail } from './compose.server.ts'
import { endUndelivered } from './end-undelivered.server.ts'
import { whyNotMailed } from './why-not-mailed.ts'

export interface Sending {
	mailer: Pick<Mailer, 'send'>
	log: Pick<Logger, 'info' | 'warn' | 'error'>
	/** The portal's own address, for links. */
	origin: string
}

/** Longer than the slowest mail takes, so that a lease only runs out when its worker is gone. */
const leaseSeconds = 120

/**
 * Takes up the messages that are due, as many as go out side by side, and answers how many it dealt with: call it again
 * until that is none. Each stands alone: one that cannot be made or sent is tried again for three days and given up in the end, one
 * that is refused for good ends at once. When the mail server is not there, nothing is counted against any message before the three
 * days are over, and the call throws.
 */
export async function sendDueMail(db: Db, now: Date, sending: Sending): Promise<number> {
	const ctx: Ctx = { db, now, actor: { kind: 'system' }, requestId: null }
	const leases = await leaseDueMessages(db, now, mailConnections, leaseSeconds)
	const ends = await Promise.allSettled(leases.map((lease) => deliver(ctx, lease, sending)))
	const failed = ends.find((end) => end.status === 'rejected')
	if (failed) throw failed.reason
	return leases.length
}

/** Sends one message and marks what became of it. Throws only when the mail server was not there, or the database. */
async function deliver(ctx: Ctx, lease: LeasedMessage, { mailer, log, origin }: Sending): Promise<void> {
	const about = { message: lease.id, kind: lease.kind, attempts: lease.attempts }
	let reader: MessageFacts['reader'] = null
	try {
		if (isLost(lease.attempts)) throw new Error('The worker died over it each time')
		const facts = await selectMessageFacts(ctx.db, lease, ctx.now)
		reader = facts.reader
		const why = whyNotMailed(lease.kind, facts, ctx.now)
		if (why) return await endUndelivered(ctx, lease, { undelivered: why })
		if (!reader?.email) return await endUndelivered(ctx, lease, { undelivered: 'no-address' })
		await mailer.send(composeMail(lease, facts, { ...reader, email: addressOf(reader.email) }, ctx.now, origin))
	} catch (error) {
		return fail(ctx, lease, { error, address: reader?.email ?? null, log, about })
	}
	await markSent(ctx.db, lease.id, ctx.now)
	if (reader.failed) await clearEmailFailure(ctx.db, lease.toVisitorId, reader.email)
	log.info(about, 'A message was sent')
}

interface Failure {
	error: unknown
	/** Where it was sent to; null when it did not come so far. */
	address: string | null
	log: Sending['log']
	about: object
}

async function fail(ctx: Ctx, lease: LeasedMessage, { error, address, log, about }: Failure): Promise<void> {
	const { fault, atAddress } = error instanceof MailError ? error : { fault: 'for-now', atAddress: false }
	if (fault === 'away' && ctx.now < lease.giveUpAt) {
		await releaseLease(ctx.db, lease)
		throw error
	}
	const isOver = fault === 'for-good' || isLost(lease.attempts)
	const retryAt = isOver ? null : nextTry(lease.attempts, ctx.now, lease.giveUpAt)
	if (retryAt) {
		await markFailed(ctx.db, lease, { error: inShort(error), retryAt })
		log.warn({ ...about, err: error, retryAt }, 'A message was not sent and will be tried again')
		return
	}
	await endUndelivered(ctx, lease, {
		undelivered: fault === 'for-good' ? 'refused' : 'gave-up',
		error: inShort(error),
		...(address === null ? {} : { address, atAddress }),
	})
	if (fault === 'for-good' && atAddress) log.warn({ ...about, err: error }, 'A message was refused by its address')
	else log.error({ ...about, err: error }, 'A message was given up')
	if (fault === 'away') throw error
}

/** One plain address, so that what a reader typed cannot name a second recipient. */
function addressOf(email: string): string {
	if (email.length > 254 || !/^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(email)) {
		throw new MailError('EENVELOPE', 'for-good', true)
	}
	return email
}

/** For the database: what kind of fault it was. Longer words may hold names and addresses. */
function inShort(error: unknown): string {
	if (error instanceof MailError) return error.message
	return error instanceof Error ? error.name : 'unknown'
}
