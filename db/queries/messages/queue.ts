import { and, asc, desc, eq, inArray, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { giveUpAt, type Undelivered } from '#app/domain/messages/delivery.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { checkedDocument } from '#db/documents.ts'
import { newId } from '#db/ids.ts'
import { messageDetail } from '#db/schema/documents.ts'
import { application, booking, message, topUp, waitingListEntry } from '#db/schema/index.ts'
import type { PendingQuery } from '../statement.ts'
import { rowsStatement, skipped } from '../statement.ts'

export interface NewMessage {
	kind: MessageKind
	toVisitorId: string
	applicationId?: string
	bookingId?: string
	waitingListEntryId?: string
	topUpId?: string
	refundId?: string
	decisionId?: string
	hearingId?: string
	/** References and instants (ISO) that cannot be read again when it is sent; never names or free text. */
	detail?: z.output<typeof messageDetail>
	queuedAt: Date
	/** When it is to go out; at once when left out. */
	dueAt?: Date
}

const queueing = rowsStatement<{ messages: string }, never>(
	'queue_messages',
	(value) => sql`
		insert into message (id, kind, to_visitor_id, application_id, booking_id, waiting_list_entry_id, top_up_id, refund_id, decision_id, hearing_id,
			detail, queued_at, due_at, give_up_at)
		select id, kind, "toVisitorId", "applicationId", "bookingId", "waitingListEntryId", "topUpId", "refundId", "decisionId", "hearingId",
			coalesce(detail, '{}'), "queuedAt", coalesce("dueAt", "queuedAt"), "giveUpAt"
		from json_to_recordset(${value('messages')}::json) as queued(id uuid, kind text, "toVisitorId" uuid, "applicationId" uuid,
			"bookingId" uuid, "waitingListEntryId" uuid, "topUpId" uuid, "refundId" uuid, "decisionId" uuid, "hearingId" uuid, detail jsonb,
			"queuedAt" timestamptz, "dueAt" timestamptz, "giveUpAt" timestamptz)`,
)

/** Writes messages in the use case's own transaction: no use case without its messages, no message without its use case. */
export function queueMessages(tx: DbOrTx, messages: readonly NewMessage[]): PendingQuery<unknown> {
	if (messages.length === 0) return skipped(null)
	for (const { kind, detail } of messages) checkedDocument(kind, messageDetail, detail ?? {})
	const rows = messages.map((m) => ({ ...m, id: newId(m.queuedAt), giveUpAt: giveUpAt(m.dueAt ?? m.queuedAt) }))
	return queueing(tx, { messages: JSON.stringify(rows) })
}

/** A message that one worker has for a while. `attempts` counts this try too and tells one lease from the next. */
export type LeasedMessage = Pick<
	typeof message.$inferSelect,
	| 'id'
	| 'kind'
	| 'toVisitorId'
	| 'applicationId'
	| 'bookingId'
	| 'waitingListEntryId'
	| 'topUpId'
	| 'refundId'
	| 'decisionId'
	| 'hearingId'
	| 'detail'
	| 'queuedAt'
	| 'attempts'
	| 'giveUpAt'
>

/**
 * Takes up to `count` due messages, the longest due first, for `leaseSeconds`. What another worker is taking is skipped;
 * what a dead worker had comes back when its lease runs out.
 */
export async function leaseDueMessages(
	db: DbOrTx,
	now: Date,
	count: number,
	leaseSeconds: number,
): Promise<LeasedMessage[]> {
	const due = db.$with('due').as(
		db
			.select({ id: message.id })
			.from(message)
			.where(
				and(
					isNull(message.sentAt),
					isNull(message.deadAt),
					lte(message.dueAt, now),
					or(isNull(message.leasedUntil), lte(message.leasedUntil, now)),
				),
			)
			.orderBy(asc(message.dueAt), asc(message.id))
			.limit(count)
			.for('update', { skipLocked: true }),
	)
	return db
		.with(due)
		.update(message)
		.set({ leasedUntil: new Date(now.getTime() + leaseSeconds * 1000), attempts: sql`${message.attempts} + 1` })
		.where(inArray(message.id, db.select({ id: due.id }).from(due)))
		.returning({
			id: message.id,
			kind: message.kind,
			toVisitorId: message.toVisitorId,
			applicationId: message.applicationId,
			bookingId: message.bookingId,
			waitingListEntryId: message.waitingListEntryId,
			topUpId: message.topUpId,
			refundId: message.refundId,
			decisionId: message.decisionId,
			hearingId: message.hearingId,
			detail: message.detail,
			queuedAt: message.queuedAt,
			attempts: message.attempts,
			giveUpAt: message.giveUpAt,
		})
}

/** It went out, whichever lease it went out under. */
export async function markSent(db: DbOrTx, id: string, now: Date): Promise<void> {
	await db
		.update(message)
		.set({ sentAt: now, deadAt: null, undelivered: null, leasedUntil: null, errorHandler: null })
		.where(and(eq(message.id, id), isNull(message.sentAt)))
}

/** The try failed: due again at `retryAt`. A later lease is left alone. */
export async function markFailed(
	db: DbOrTx,
	lease: LeasedMessage,
	{ error, retryAt }: { error: string; retryAt: Date },
): Promise<void> {
	await db.update(message).set({ dueAt: retryAt, leasedUntil: null, errorHandler: error }).where(stillLeased(lease))
}

/** It is not delivered and not tried again. Whether it was written: a later lease is left alone. */
export async function markUndelivered(
	db: DbOrTx,
	lease: LeasedMessage,
	{ undelivered, error, now }: { undelivered: Undelivered; error: string | null; now: Date },
): Promise<boolean> {
	const ended = await db
		.update(message)
		.set({ deadAt: now, undelivered, leasedUntil: null, errorHandler: error })
		.where(stillLeased(lease))
		.returning({ id: message.id })
	return ended.length > 0
}

/** Gives a lease back as if it had not been taken: the mail server was not there, which is no fault of the message. */
export async function releaseLease(db: DbOrTx, lease: LeasedMessage): Promise<void> {
	await db
		.update(message)
		.set({ leasedUntil: null, attempts: lease.attempts - 1 })
		.where(stillLeased(lease))
}

const stillLeased = (lease: LeasedMessage) =>
	and(eq(message.id, lease.id), eq(message.attempts, lease.attempts), isNull(message.sentAt), isNull(message.deadAt))

export interface OwnMessage {
	id: string
	kind: MessageKind
	queuedAt: Date
	/** When it went out by e-mail; null while it waits, and for what is to be read here only. */
	sentAt: Date | null
	applicationRef: string | null
	bookingRef: string | null
	bookingStartsAt: Date | null
	waitingListEntryRef: string | null
	topUpRef: string | null
}

/**
 * What the portal has told a visitor, newest first; what had stopped being true before it was told is left out.
 *
 * @internal
 */
export async function selectMessagesOf(
	db: DbOrTx,
	visitorId: string,
	page: { now: Date; limit: number; before?: Date },
): Promise<OwnMessage[]> {
	return db
		.select({
			id: message.id,
			kind: message.kind,
			queuedAt: message.queuedAt,
			sentAt: message.sentAt,
			applicationRef: application.ref,
			bookingRef: booking.ref,
			bookingStartsAt: booking.startsAt,
			waitingListEntryRef: waitingListEntry.ref,
			topUpRef: topUp.ref,
		})
		.from(message)
		.leftJoin(application, eq(application.id, message.applicationId))
		.leftJoin(booking, eq(booking.id, message.bookingId))
		.leftJoin(waitingListEntry, eq(waitingListEntry.id, message.waitingListEntryId))
		.leftJoin(topUp, eq(topUp.id, message.topUpId))
		.where(
			and(
				eq(message.toVisitorId, visitorId),
				lte(message.dueAt, page.now),
				page.before ? lt(message.queuedAt, page.before) : undefined,
				or(isNull(message.undelivered), notInArray(message.undelivered, ['superseded', 'not-theirs'])),
			),
		)
		.orderBy(desc(message.queuedAt), desc(message.id))
		.limit(page.limit)
}
