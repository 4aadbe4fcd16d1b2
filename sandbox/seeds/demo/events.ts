import { and, eq, gt } from 'drizzle-orm'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import type { Ctx } from '#app/services/context.ts'
import { changePermit } from '#app/services/permits/change-permit.server.ts'
import { changePrisoner } from '#app/services/prisoners/change-prisoner.server.ts'
import { setCustody } from '#app/services/prisoners/set-custody.server.ts'
import { transferPrisoner } from '#app/services/prisoners/transfer-prisoner.server.ts'
import { addCourtRestriction } from '#app/services/restrictions/add-court-restriction.server.ts'
import { addNonAssociation } from '#app/services/restrictions/add-non-association.server.ts'
import { addProtectiveOrder } from '#app/services/restrictions/add-protective-order.server.ts'
import { banVisitor } from '#app/services/restrictions/ban-visitor.server.ts'
import { addClosure } from '#app/services/timetable/add-closure.server.ts'
import { changeSession } from '#app/services/timetable/change-session.server.ts'
import { room } from '#db/schema/index.ts'
import { type ComingVisit, comingVisits } from './coming-visits.ts'
import type { Slug } from './staff.ts'

/** Something that an officer does, to one visit's people or places. */
type Event = (ctx: Ctx, visit: ComingVisit, place: EventFacilities) => Promise<unknown>

interface EventFacilities {
	facilityId: string
	/** Another facility. */
	elsewhere: string
}

const dayMs = 86_400_000
const inDays = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() + days * dayMs)

const restrict =
	(type: Parameters<typeof addCourtRestriction>[1]['type']): Event =>
	(ctx, { prisonerId }) =>
		addCourtRestriction(ctx, {
			prisoner: { id: prisonerId },
			type,
			to: inDays(ctx, 45),
			orderReference: `26-${type.length}04512ENE-TOSL/08`,
			...{ source: 'court', reason: 'Fare for bevisforspillelse', reviewOn: localDate(inDays(ctx, 30)) },
		})

/** Each kind of order, and each event by which visits come under review. */
const events: readonly Event[] = [
	restrict('visit-ban'),
	restrict('police-control'),
	restrict('isolation'),
	restrict('phone-ban'),
	restrict('letter-ban'),
	(ctx, { bookerId }, { facilityId }) =>
		banVisitor(ctx, { visitor: { id: bookerId }, facilityId, to: inDays(ctx, 90), reason: 'Narkotika i besøkssalen' }),
	(ctx, { bookerId, prisonerId }) =>
		addProtectiveOrder(ctx, {
			...{ visitor: { id: bookerId }, prisoner: { id: prisonerId }, to: inDays(ctx, 180), clockStopped: true },
			...{ source: 'police', orderReference: '13870412', reason: 'Dom på kontaktforbud' },
			reviewOn: localDate(inDays(ctx, 90)),
		}),
	(ctx, { permitId }) => changePermit(ctx, { permit: { id: permitId }, change: { state: 'suspended' } }),
	(ctx, { prisonerId }) => setCustody(ctx, { prisoner: { id: prisonerId }, custody: 'out' }),
	(ctx, { prisonerId }) => setCustody(ctx, { prisoner: { id: prisonerId }, custody: 'released' }),
	(ctx, { prisonerId }, { elsewhere }) =>
		transferPrisoner(ctx, { prisoner: { id: prisonerId }, to: elsewhere, unit: 'A' }),
	(ctx, { prisonerId }) => changePrisoner(ctx, { prisoner: { id: prisonerId }, securityLevel: 'special-high' }),
	(ctx, { sessionId, startsAt }) =>
		changeSession(ctx, { session: { id: sessionId }, change: { start: new Date(startsAt.getTime() + 900_000) } }),
	(ctx, { sessionId }, { facilityId }) =>
		addClosure(ctx, { facilityId, session: { id: sessionId }, reason: 'Kurs for besøksbetjentene' }),
	(ctx, { startsAt, unit }, { facilityId }) =>
		addClosure(ctx, { facilityId, date: localDate(startsAt), unit, reason: 'Rehabilitering av avdelingen' }),
]

/**
 * What officers have registered: orders of every kind, closures, and what puts visits under review; done by the services, so
 * that reviews, messages and the log are as they would be. Every event at Fjellheim, and a third of them in each of the others.
 */
export async function addEvents(
	leaders: Readonly<Record<Slug, Ctx>>,
	at: Readonly<Record<Slug, string>>,
): Promise<void> {
	const slugs = ['fjellheim', 'elvebredden', 'lyngmo'] as const
	for (const [turn, slug] of slugs.entries()) {
		const ctx = leaders[slug]
		const facilityId = at[slug]
		const place = { facilityId, elsewhere: slug === 'elvebredden' ? at.lyngmo : at.elvebredden }
		const visits = await comingVisits(ctx.db, facilityId, ctx.now)
		const mine = events.filter((_, index) => turn === 0 || index % slugs.length === turn)
		await separateTwo(ctx, visits)
		for (const event of mine) {
			const visit = visits.shift()
			if (visit) await event(ctx, visit, place)
		}
		await closeRoom(ctx, facilityId)
	}
}

/** Two prisoners whose visits meet, and two visitors whose do not. */
async function separateTwo(ctx: Ctx, visits: ComingVisit[]): Promise<void> {
	for (const one of visits) {
		const other = visits.find((visit) => visit !== one && visit.sessionId === one.sessionId)
		if (!other) continue
		await addNonAssociation(ctx, { prisoners: [{ id: one.prisonerId }, { id: other.prisonerId }] })
		visits.splice(visits.indexOf(one), 1)
		visits.splice(visits.indexOf(other), 1)
		break
	}
	const [first] = visits
	const second = visits.find((visit) => visit.sessionId !== first?.sessionId)
	if (first && second) await addNonAssociation(ctx, { visitors: [{ id: first.bookerId }, { id: second.bookerId }] })
}

/** The play room is painted, far ahead, where nobody has booked. */
async function closeRoom(ctx: Ctx, facilityId: string): Promise<void> {
	const [found] = await ctx.db
		.select({ id: room.id })
		.from(room)
		.where(and(eq(room.facilityId, facilityId), gt(room.maxHours, 2), eq(room.kind, 'play-room')))
	if (!found) return
	const from = addDays(localDate(ctx.now), 60)
	await addClosure(ctx, {
		facilityId,
		room: { id: found.id },
		from,
		to: addDays(from, 2),
		reason: 'Maling av lekerommet',
	})
}
