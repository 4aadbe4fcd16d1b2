import type { Logger } from 'pino'
import { MailError, type Mailer, mailConnections } from '#app/integrations/mail.server.ts'
import type { Db } from '#db/client.server.ts'
import { selectMessageFacts } from '#db/queries/messages/facts.ts'
import type { LeasedMessage, WhyNotMailed } from '#db/queries/messages/queue.ts'
import { leaseDueMessages, markFailed, markNotMailed, markSent, releaseLease } from '#db/queries/messages/queue.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { isLost, nextTry } from './backoff.ts'
import { composeMail } from './compose.server.ts'
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
 * until that is none. Each stands alone: one that cannot be made or sent is tried again later and given up in the end. When
 * the mail server is not there, nothing is counted against any message and the call throws.
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
	try {
		if (isLost(lease.attempts)) throw new Error('The worker died over it each time')
		const facts = await selectMessageFacts(ctx.db, lease, ctx.now)
		const why = whyNotMailed(lease.kind, facts, ctx.now, lease.detail.left !== undefined)
		if (why) return await setAside(ctx, lease, why)
		if (!facts.reader?.email) return await setAside(ctx, lease, 'no-address')
		const mail = composeMail(lease, facts, { ...facts.reader, email: addressOf(facts.reader.email) }, ctx.now, origin)
		await mailer.send(mail)
	} catch (error) {
		if (error instanceof MailError && error.unreachable) {
			await releaseLease(ctx.db, lease)
			throw error
		}
		const retryAt = nextTry(lease.attempts, ctx.now)
		await markFailed(ctx.db, lease, { error: inShort(error), now: ctx.now, retryAt })
		if (retryAt) log.warn({ ...about, err: error, retryAt }, 'A message was not sent and will be tried again')
		else log.error({ ...about, err: error }, 'A message was given up')
		return
	}
	await markSent(ctx.db, lease.id, ctx.now)
	log.info(about, 'A message was sent')
}

async function setAside(ctx: Ctx, lease: LeasedMessage, why: WhyNotMailed): Promise<void> {
	await transaction(ctx.db, async (tx) => {
		await markNotMailed(tx, lease, ctx.now, why)
		await writeAudit(tx, ctx, {
			action: 'message.not-mailed',
			subjectKind: 'message',
			subjectId: lease.id,
			detail: { kind: lease.kind, why },
		})
	})
}

/** One plain address, so that what a reader typed cannot name a second recipient. */
function addressOf(email: string): string {
	if (email.length > 254 || !/^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(email)) {
		throw new Error('The address is not one that mail can be sent to')
	}
	return email
}

/** For the database: what kind of fault it was. Longer words may hold names and addresses. */
function inShort(error: unknown): string {
	if (error instanceof MailError) return error.message
	return error instanceof Error ? error.name : 'unknown'
}
