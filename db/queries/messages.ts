import { and, asc, desc, eq, inArray, isNull, lt, lte, notInArray, or, sql } from 'drizzle-orm'
import type { ApplicationState } from '#app/domain/applications/application.ts'
import type { BookingState } from '#app/domain/booking/booking.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import type { Setting } from '#app/domain/sessions/session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { application, booking, type CancelledBy, type DecisionState, message, topUp, wish } from '#db/schema/index.ts'
import { at, notSent, rowsStatement, type Sent, selectDocument } from './statement.ts'

export interface NewMessage {
	kind: MessageKind
	toVisitorId: string
	applicationId?: string
	bookingId?: string
	wishId?: string
	topUpId?: string
	refundId?: string
	/** References and instants (ISO) that cannot be read again when it is sent; never names or free text. */
	detail?: Record<string, string>
	queuedAt: Date
	/** When it is to go out; at once when left out. */
	dueAt?: Date
}

const queueing = rowsStatement<{ messages: string }, never>(
	'queue_messages',
	(value) => sql`
		insert into message (id, kind, to_visitor_id, application_id, booking_id, wish_id, top_up_id, refund_id, detail, queued_at, due_at)
		select id, kind, "toVisitorId", "applicationId", "bookingId", "wishId", "topUpId", "refundId", coalesce(detail, '{}'),
			"queuedAt", coalesce("dueAt", "queuedAt")
		from json_to_recordset(${value('messages')}::json) as queued(id uuid, kind text, "toVisitorId" uuid, "applicationId" uuid,
			"bookingId" uuid, "wishId" uuid, "topUpId" uuid, "refundId" uuid, detail jsonb, "queuedAt" timestamptz,
			"dueAt" timestamptz)`,
)

/** Writes messages in the deed's own transaction: no deed without its messages, no message without its deed. */
export function queueMessages(tx: DbOrTx, messages: readonly NewMessage[]): Sent<unknown> {
	if (messages.length === 0) return notSent(null)
	return queueing(tx, { messages: JSON.stringify(messages.map((m) => ({ ...m, id: newId(m.queuedAt) }))) })
}

/** A message that one worker has for a while. `attempts` counts this try too and tells one lease from the next. */
export type LeasedMessage = Pick<
	typeof message.$inferSelect,
	| 'id'
	| 'kind'
	| 'toVisitorId'
	| 'applicationId'
	| 'bookingId'
	| 'wishId'
	| 'topUpId'
	| 'refundId'
	| 'detail'
	| 'queuedAt'
	| 'attempts'
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
			wishId: message.wishId,
			topUpId: message.topUpId,
			refundId: message.refundId,
			detail: message.detail,
			queuedAt: message.queuedAt,
			attempts: message.attempts,
		})
}

/** It went out, whichever lease it went out under. */
export async function markSent(db: DbOrTx, id: string, now: Date): Promise<void> {
	await db
		.update(message)
		.set({ sentAt: now, deadAt: null, leasedUntil: null, lastError: null })
		.where(and(eq(message.id, id), isNull(message.sentAt)))
}

/** The try failed: due again at `retryAt`, or given up when that is null. A later lease is left alone. */
export async function markFailed(
	db: DbOrTx,
	lease: LeasedMessage,
	failure: { error: string; now: Date; retryAt: Date | null },
): Promise<void> {
	const next = failure.retryAt ? { dueAt: failure.retryAt } : { deadAt: failure.now }
	await db
		.update(message)
		.set({ ...next, leasedUntil: null, lastError: failure.error })
		.where(stillLeased(lease))
}

/** Gives a lease back as if it had not been taken: the mail server was not there, which is no fault of the message. */
export async function giveBack(db: DbOrTx, lease: LeasedMessage): Promise<void> {
	await db
		.update(message)
		.set({ leasedUntil: null, attempts: lease.attempts - 1 })
		.where(stillLeased(lease))
}

/**
 * Why a message is never mailed. `no-address`: it is to be read in the portal. `superseded`: it is no longer true.
 * `not-theirs`: the reader has no part in it any more.
 */
export type WhyNotMailed = 'no-address' | 'superseded' | 'not-theirs'

const notMailed = (why: WhyNotMailed) => `not mailed: ${why}`

export async function markNotMailed(db: DbOrTx, lease: LeasedMessage, now: Date, why: WhyNotMailed): Promise<void> {
	await db
		.update(message)
		.set({ deadAt: now, leasedUntil: null, lastError: notMailed(why) })
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
	wishRef: string | null
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
			wishRef: wish.ref,
			topUpRef: topUp.ref,
		})
		.from(message)
		.leftJoin(application, eq(application.id, message.applicationId))
		.leftJoin(booking, eq(booking.id, message.bookingId))
		.leftJoin(wish, eq(wish.id, message.wishId))
		.leftJoin(topUp, eq(topUp.id, message.topUpId))
		.where(
			and(
				eq(message.toVisitorId, visitorId),
				lte(message.dueAt, page.now),
				page.before ? lt(message.queuedAt, page.before) : undefined,
				or(
					isNull(message.lastError),
					notInArray(message.lastError, [notMailed('superseded'), notMailed('not-theirs')]),
				),
			),
		)
		.orderBy(desc(message.queuedAt), desc(message.id))
		.limit(page.limit)
}

interface Dated<When> {
	startsAt: When
	endsAt: When
}

interface Facts<When> {
	reader: { givenName: string; email: string | null; language: 'nb' | 'nn' | 'en' } | null
	booking:
		| (Dated<When> & {
				ref: string
				state: BookingState
				cancelledBy: CancelledBy | null
				setting: Setting | null
				madeAt: When
				endedAt: When | null
				version: number
				/** Whether the reader booked it, is of the party, or is the guardian of someone who is. */
				theirs: boolean
				/** Whether an officer booked it, so that the whole party may change it. */
				bookedByOfficer: boolean
				/** Whether the reader booked it. */
				bookedByReader: boolean
				underReview: boolean
		  })
		| null
	application: { ref: string; state: ApplicationState; theirs: boolean; letter: DecisionState | null } | null
	/** The place on offer now; null when there is none. */
	offer: (Dated<When> & { ref: string; until: When; theirs: boolean }) | null
	/** A payment, with the refund that the message is about; amounts in whole øre. */
	topUp: {
		ref: string
		ore: number
		paidAt: When | null
		credited: boolean
		theirs: boolean
		/** Neither refunded nor disputed. */
		leftOre: number
		refund: { ore: number; stands: boolean } | null
	} | null
	policy: { id: string; parameters: unknown } | null
}

/** What a message is about, as it stands when it is sent. */
export type MessageFacts = Facts<Date>

/** Everything that a message of any kind needs to know, in one statement. Holds no name but the reader's own first name. */
export async function selectMessageFacts(db: DbOrTx, lease: LeasedMessage, now: Date): Promise<MessageFacts> {
	const reader = sql`${lease.toVisitorId}::uuid`
	const mine = sql`(select ${reader} union select child_id from guardianship where guardian_id = ${reader})`
	const document = await selectDocument<Facts<string>>(
		db,
		'message_facts',
		sql`json_build_object(
		'reader', (select json_build_object('givenName', given_name, 'email', email, 'language', language)
			from visitor where id = ${reader}),
		'booking', (select json_build_object('ref', b.ref, 'state', b.state, 'cancelledBy', b.cancelled_by, 'setting', b.setting,
			'startsAt', b.starts_at, 'endsAt', b.ends_at, 'madeAt', b.made_at, 'endedAt', b.ended_at, 'version', b.version,
			'theirs', b.booker_id is not distinct from ${reader} or exists (
				select from booking_visitor v where v.booking_id = b.id and v.visitor_id in ${mine}),
			'bookedByOfficer', b.booker_id is null, 'bookedByReader', b.booker_id is not distinct from ${reader},
			'underReview', exists (select from review r where r.booking_id = b.id and r.ended_at is null))
			from booking b where b.id = ${lease.bookingId}::uuid),
		'application', (select json_build_object('ref', a.ref, 'state', a.state, 'theirs', a.applicant_id = ${reader} or a.visitor_id in ${mine},
			'letter', (select d.state from decision d where d.application_id = a.id and d.sent_at is not null order by d.sent_at desc limit 1))
			from application a where a.id = ${lease.applicationId}::uuid),
		'offer', (select json_build_object('ref', w.ref, 'until', o.until, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
			'theirs', w.made_by = ${reader} or exists (select from wish_visitor v where v.wish_id = w.id and v.visitor_id in ${mine}))
			from wish w join wish_offer o on o.wish_id = w.id and o.state = 'open' join visit_session s on s.id = o.session_id
			where w.id = ${lease.wishId}::uuid),
		'topUp', (select json_build_object('ref', t.ref, 'ore', t.ore, 'paidAt', t.paid_at, 'credited', t.credited_at is not null,
			'theirs', t.payer_id = ${reader}, 'leftOre', t.ore - t.refunded_ore - t.disputed_ore,
			'refund', (select json_build_object('ore', r.ore, 'stands', r.state in ('due', 'sent')) from refund r where r.id = ${lease.refundId}::uuid))
			from top_up t where t.id = ${lease.topUpId}::uuid),
		'policy', (select json_build_object('id', p.id, 'parameters', p.parameters) from facility_policy p join booking b on b.facility_id = p.facility_id
			where b.id = ${lease.bookingId}::uuid and p.valid_from <= ${at(now)} and (p.valid_to is null or p.valid_to > ${at(now)}))
	)`,
	)
	const { booking: visit, offer, topUp: paid } = document
	return {
		...document,
		booking: visit && {
			...dated(visit),
			madeAt: new Date(visit.madeAt),
			endedAt: visit.endedAt === null ? null : new Date(visit.endedAt),
		},
		offer: offer && { ...dated(offer), until: new Date(offer.until) },
		topUp: paid && { ...paid, paidAt: paid.paidAt === null ? null : new Date(paid.paidAt) },
	}
}

function dated<T extends Dated<string>>(row: T): Omit<T, 'startsAt' | 'endsAt'> & Dated<Date> {
	return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }
}
