import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Channel } from '#app/domain/permits/permit.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { at, ids, selectDocument } from '../statement.ts'

const touchedShape = z.strictObject({
	permits: z.array(z.strictObject({ givenName: z.string(), familyName: z.string() })),
	entries: z.int(),
	topUps: z.int(),
})
export type TouchedBeside = z.output<typeof touchedShape>

export interface TouchedScope {
	prisonerId: string
	/** null for everyone who has to do with the prisoner. */
	visitorId: string | null
	exceptIds: readonly string[]
	/** What contact it bars; none where it concerns neither. */
	channels: readonly Channel[]
	coversOfficial: boolean
	from: Date
}

/** What a restriction bars beside the visits that come under review: permits, entries on the waiting list, payments not yet credited. */
export function selectTouched(db: DbOrTx, scope: TouchedScope): Promise<TouchedBeside> {
	const { visitorId, exceptIds, channels, coversOfficial } = scope
	const prisonerId = sql`${scope.prisonerId}::uuid`
	const isMeant = (column: ReturnType<typeof sql>) =>
		sql`(${visitorId}::uuid is null or ${column} = ${visitorId}::uuid) and not ${column} = any(${ids(exceptIds)})`
	const [visits, phone] = [channels.includes('visit'), channels.includes('phone')]
	return selectDocument(
		db,
		'restriction_touched',
		touchedShape,
		sql`json_build_object(
		'permits', (select coalesce(json_agg(json_build_object('givenName', v.given_name, 'familyName', v.family_name)
			order by v.family_name, v.given_name), '[]')
			from permit m join visitor v on v.id = m.visitor_id
			where m.prisoner_id = ${prisonerId} and m.state in ('active', 'suspended') and ${isMeant(sql`m.visitor_id`)}
				and (${coversOfficial}::boolean or m.track <> 'official')
				and (${visits}::boolean and 'visit' = any(m.channels) or ${phone}::boolean and 'phone' = any(m.channels))),
		'entries', (select count(*)::int from waiting_list_entry e where ${visits}::boolean and e.prisoner_id = ${prisonerId}
			and e.state = 'open' and e.last_date >= ${at(scope.from)}::date and exists (select from waiting_list_entry_visitor w
				where w.waiting_list_entry_id = e.id and ${isMeant(sql`w.visitor_id`)})),
		'topUps', (select count(*)::int from top_up u where ${phone}::boolean and u.prisoner_id = ${prisonerId}
			and u.state in ('started', 'paid') and ${isMeant(sql`u.payer_id`)}))`,
	)
}
