import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { applicationStates } from '#app/domain/applications/application.ts'
import { bookingStates, cancelledByKinds } from '#app/domain/bookings/booking.ts'
import { decisionStates } from '#app/domain/decisions/decision.ts'
import { hearingStates } from '#app/domain/decisions/hearing.ts'
import { settings } from '#app/domain/timetable/visit-session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { instant, storedPolicyShape } from '../shapes.ts'
import { at, selectDocument } from '../statement.ts'
import type { LeasedMessage } from './queue.ts'

const dates = { startsAt: instant, endsAt: instant }

/** What a message is about, as PostgreSQL answers it. */
const messageFactsShape = z.strictObject({
	reader: z
		.strictObject({
			...{ givenName: z.string(), email: z.string().nullable(), language: z.enum(['nb', 'nn', 'en']) },
			/** Whether the address took no mail the last time. */
			failed: z.boolean(),
		})
		.nullable(),
	booking: z
		.strictObject({
			...dates,
			ref: z.string(),
			state: z.enum(bookingStates),
			cancelledBy: z.enum(cancelledByKinds).nullable(),
			setting: z.enum(settings).nullable(),
			createdAt: instant,
			endedAt: instant.nullable(),
			version: z.int(),
			/** Whether the reader booked it, is of the party, or is the guardian of someone who is. */
			theirs: z.boolean(),
			/** Whether an officer booked it, so that the whole party may change it. */
			bookedByOfficer: z.boolean(),
			/** Whether the reader booked it. */
			bookedByReader: z.boolean(),
			underReview: z.boolean(),
			/** The visit that it moves, or was to move. */
			moves: z.strictObject({ ...dates, ref: z.string(), state: z.enum(bookingStates), version: z.int() }).nullable(),
		})
		.nullable(),
	application: z
		.strictObject({
			ref: z.string(),
			state: z.enum(applicationStates),
			theirs: z.boolean(),
			letter: z.enum(decisionStates).nullable(),
		})
		.nullable(),
	/** A decision: whether its letter is sent, and whether the reader has opened theirs. */
	decision: z.strictObject({ ref: z.string(), sent: z.boolean(), opened: z.boolean(), theirs: z.boolean() }).nullable(),
	/** The notice of a hearing to the reader. */
	hearing: z
		.strictObject({ ref: z.string(), state: z.enum(hearingStates), opened: z.boolean(), theirs: z.boolean() })
		.nullable(),
	/** The place on offer now; null when there is none. */
	offer: z.strictObject({ ...dates, ref: z.string(), until: instant, theirs: z.boolean() }).nullable(),
	/** A payment, with the refund that the message is about; amounts in whole øre. */
	topUp: z
		.strictObject({
			ref: z.string(),
			ore: z.int(),
			paidAt: instant.nullable(),
			credited: z.boolean(),
			theirs: z.boolean(),
			/** Neither refunded nor disputed. */
			leftOre: z.int(),
			refund: z.strictObject({ ore: z.int(), stands: z.boolean() }).nullable(),
		})
		.nullable(),
	policy: storedPolicyShape.nullable(),
})

type MessageDocument = z.output<typeof messageFactsShape>
type Of<Part extends keyof MessageDocument> = NonNullable<MessageDocument[Part]>
/** The same with some of its instants read. */
type Read<T, Instants extends keyof T> = Omit<T, Instants> & {
	[Name in Instants]: null extends T[Name] ? Date | null : Date
}

/** What a message is about, as it stands when it is sent. */
export type MessageFacts = Omit<MessageDocument, 'booking' | 'offer' | 'topUp'> & {
	booking:
		| (Omit<Read<Of<'booking'>, 'startsAt' | 'endsAt' | 'createdAt' | 'endedAt'>, 'moves'> & {
				moves: Read<NonNullable<Of<'booking'>['moves']>, 'startsAt' | 'endsAt'> | null
		  })
		| null
	offer: Read<Of<'offer'>, 'startsAt' | 'endsAt' | 'until'> | null
	topUp: Read<Of<'topUp'>, 'paidAt'> | null
	/** It says to the reader that they are no longer of the party. */
	left: boolean
}

/** Everything that a message of any kind needs to know, in one statement. Holds no name but the reader's own first name. */
export async function selectMessageFacts(db: DbOrTx, lease: LeasedMessage, now: Date): Promise<MessageFacts> {
	const reader = sql`${lease.toVisitorId}::uuid`
	const mine = sql`(select ${reader} union select child_id from guardianship where guardian_id = ${reader})`
	const document = await selectDocument(
		db,
		'message_facts',
		messageFactsShape,
		sql`json_build_object(
		'reader', (select json_build_object('givenName', given_name, 'email', email, 'language', language,
			'failed', email_failed_at is not null) from visitor where id = ${reader}),
		'booking', (select json_build_object('ref', b.ref, 'state', b.state, 'cancelledBy', b.cancelled_by, 'setting', b.setting,
			'startsAt', b.starts_at, 'endsAt', b.ends_at, 'createdAt', b.created_at, 'endedAt', b.ended_at, 'version', b.version,
			'theirs', b.booker_id is not distinct from ${reader} or exists (
				select from booking_visitor v where v.booking_id = b.id and v.visitor_id in ${mine}),
			'bookedByOfficer', b.booker_id is null, 'bookedByReader', b.booker_id is not distinct from ${reader},
			'underReview', exists (select from review r where r.booking_id = b.id and r.ended_at is null),
			'moves', (select json_build_object('ref', m.ref, 'state', m.state, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
				'version', m.version) from booking m where m.id = b.moves_id))
			from booking b where b.id = ${lease.bookingId}::uuid),
		'application', (select json_build_object('ref', a.ref, 'state', a.state, 'theirs', a.applicant_id = ${reader} or a.visitor_id in ${mine},
			'letter', (select d.state from decision d where d.application_id = a.id and d.sent_at is not null order by d.sent_at desc limit 1))
			from application a where a.id = ${lease.applicationId}::uuid),
		'decision', (select json_build_object('ref', d.ref, 'sent', d.sent_at is not null, 'opened', p.opened_at is not null,
			'theirs', p.id is not null or d.visitor_id in ${mine} or exists (
				select from permit t where t.id = d.permit_id and t.visitor_id in ${mine}))
			from decision d left join decision_party p on p.decision_id = d.id and p.visitor_id = ${reader}
			where d.id = ${lease.decisionId}::uuid),
		'hearing', (select json_build_object('ref', h.ref, 'state', h.state, 'opened', p.opened_at is not null, 'theirs', p.hearing_id is not null)
			from hearing h left join hearing_party p on p.hearing_id = h.id and p.visitor_id = ${reader}
			where h.id = ${lease.hearingId}::uuid),
		'offer', (select json_build_object('ref', w.ref, 'until', o.until, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
			'theirs', w.created_by = ${reader} or exists (select from waiting_list_entry_visitor v where v.waiting_list_entry_id = w.id and v.visitor_id in ${mine}))
			from waiting_list_entry w join waiting_list_offer o on o.waiting_list_entry_id = w.id and o.state = 'open' join visit_session s on s.id = o.session_id
			where w.id = ${lease.waitingListEntryId}::uuid),
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
		left: lease.detail.left !== undefined,
		booking: visit && {
			...dated(visit),
			moves: visit.moves && dated(visit.moves),
			createdAt: new Date(visit.createdAt),
			endedAt: visit.endedAt === null ? null : new Date(visit.endedAt),
		},
		offer: offer && { ...dated(offer), until: new Date(offer.until) },
		topUp: paid && { ...paid, paidAt: paid.paidAt === null ? null : new Date(paid.paidAt) },
	}
}

function dated<T extends { startsAt: string; endsAt: string }>(
	row: T,
): Omit<T, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date } {
	return { ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }
}
