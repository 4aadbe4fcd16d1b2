import { type Delivery, deliveryOf, isMissed } from '#app/domain/messages/delivery.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import { nameInList, type PersonName } from '#app/domain/person-name.ts'
import { formatPhone } from '#app/forms/visitors/phone-number.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectDeliveries, selectMissedNews } from '#db/queries/messages/deliveries.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'

/** How the newest message about something fared to one person. */
export interface ShownDelivery {
	name: string
	kind: MessageKind
	delivery: Delivery
	sentAt: Date | null
	/** The number to call, where e-mail does not reach them; null where none is known or none is needed. */
	phone: string | null
	mustCall: boolean
}

/** Who was told what of a visit or an application, and who must be called. The reader's access is the caller's to check and log. */
export async function deliveriesAbout(
	tx: DbOrTx,
	about: { bookingId: string } | { applicationId: string },
): Promise<ShownDelivery[]> {
	const rows = await selectDeliveries(tx, about)
	return rows
		.map(shown)
		.sort((one, other) => Number(other.mustCall) - Number(one.mustCall) || (one.name < other.name ? -1 : 1))
}

interface Row extends PersonName {
	kind: MessageKind
	phone: string | null
	email: string | null
	sentAt: Date | null
	undelivered: Parameters<typeof deliveryOf>[0]['undelivered']
	attempts: number
}

function shown({ kind, phone, email, sentAt, ...row }: Row): ShownDelivery {
	const tried = deliveryOf({ ...row, sentAt })
	// What nobody has tried yet, and what cannot be.
	const delivery = email === null && tried === 'waiting' ? 'no-address' : tried
	const mustCall = isMissed(delivery)
	return {
		name: nameInList(row),
		kind,
		delivery,
		sentAt,
		mustCall,
		phone: mustCall && phone ? formatPhone(phone) : null,
	}
}

export interface PersonToCall extends ShownDelivery {
	bookingRef: string
	start: Date
}

/** As many as one page takes. */
const mostShown = 100

/** How many of them there are. */
export async function countPeopleToCall(ctx: Ctx): Promise<number> {
	const { facilityId } = requireOfficerHere(ctx, 'see-bookings')
	return (await selectMissedNews(ctx.db, facilityId, ctx.now, mostShown)).length
}

/** Whom the officers of a facility must call about a visit to come, because no e-mail reaches them. Access is logged. */
export async function peopleToCall(ctx: Ctx): Promise<PersonToCall[]> {
	const { facilityId } = requireOfficerHere(ctx, 'see-bookings')
	return auditedRead(ctx, async (tx) => {
		const rows = await selectMissedNews(tx, facilityId, ctx.now, mostShown)
		if (rows.length === 0) return []
		await writeAudit(tx, ctx, {
			action: 'booking.list',
			subjectKind: 'facility',
			subjectId: facilityId,
			detail: { toCall: true, shown: rows.length },
		})
		return rows.map((row) => ({ ...shown(row), bookingRef: row.bookingRef, start: row.bookingStartsAt }))
	})
}
