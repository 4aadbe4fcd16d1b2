import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Setting } from '#app/domain/sessions/session.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { prisoner, visitSession, wish, wishOffer } from '#db/schema/index.ts'
import { isKey, type Key } from '../events/keys.ts'

export type WishRow = typeof wish.$inferSelect
export type WishWithParty = WishRow & { visitorIds: string[] }

const visitorIds = sql<string[]>`array(
	select visitor_id::text from wish_visitor where wish_id = wish.id order by visitor_id)`

/** One wish with its party; null when there is none. */
export async function selectWish(db: DbOrTx, key: Key | { formKey: string }): Promise<WishWithParty | null> {
	const where = 'formKey' in key ? eq(wish.formKey, key.formKey) : isKey(wish, key)
	const [found] = await db.select({ row: wish, visitorIds }).from(wish).where(where)
	return found ? { ...found.row, visitorIds: found.visitorIds } : null
}

/** A place on offer: where, when, and until when it is kept. */
export interface OpenOffer {
	id: string
	sessionId: string
	sessionRef: string
	startsAt: Date
	endsAt: Date
	setting: Setting
	until: Date
}

const offerColumns = {
	id: wishOffer.id,
	sessionId: wishOffer.sessionId,
	sessionRef: visitSession.ref,
	startsAt: visitSession.startsAt,
	endsAt: visitSession.endsAt,
	setting: visitSession.setting,
	until: wishOffer.until,
}

/** What is on offer to a wish; an offer that has run out but was not yet let pass is among it. */
export async function selectOpenOffer(db: DbOrTx, wishId: string): Promise<OpenOffer | null> {
	const [offer] = await db
		.select(offerColumns)
		.from(wishOffer)
		.innerJoin(visitSession, eq(visitSession.id, wishOffer.sessionId))
		.where(and(eq(wishOffer.wishId, wishId), eq(wishOffer.state, 'open')))
	return offer ?? null
}

/** A visitor's own wish with whom it is for and what is on offer to it now. */
export interface OwnWish {
	wish: WishWithParty
	prisoner: { id: string; ref: string; givenName: string; familyName: string }
	offer: OpenOffer | null
}

/** The wishes that a visitor has made: the open ones by their first day, then those that ended, the latest first. */
export async function selectOwnWishes(db: DbOrTx, visitorId: string, now: Date): Promise<OwnWish[]> {
	const rows = await db
		.select({
			row: wish,
			visitorIds,
			prisoner: {
				id: prisoner.id,
				ref: prisoner.ref,
				givenName: prisoner.givenName,
				familyName: prisoner.familyName,
			},
			offer: offerColumns,
		})
		.from(wish)
		.innerJoin(prisoner, eq(prisoner.id, wish.prisonerId))
		.leftJoin(wishOffer, and(eq(wishOffer.wishId, wish.id), eq(wishOffer.state, 'open')))
		.leftJoin(visitSession, eq(visitSession.id, wishOffer.sessionId))
		.where(eq(wish.madeBy, visitorId))
		.orderBy(sql`${wish.state} <> 'open'`, asc(wish.firstDate), desc(wish.madeAt))
		.limit(50)
	return rows.map(({ row, offer, ...rest }) => ({
		wish: { ...row, visitorIds: rest.visitorIds },
		prisoner: rest.prisoner,
		offer: asOffer(offer, now),
	}))
}

type Joined = { [K in keyof OpenOffer]: OpenOffer[K] | null }

function asOffer(joined: Joined, now: Date): OpenOffer | null {
	const { id, sessionId, sessionRef, startsAt, endsAt, setting, until } = joined
	if (!id || !sessionId || !sessionRef || !startsAt || !endsAt || !setting || !until) return null
	return until > now ? { id, sessionId, sessionRef, startsAt, endsAt, setting, until } : null
}
