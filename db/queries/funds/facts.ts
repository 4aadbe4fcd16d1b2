import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { TopUpRuleInput } from '#app/domain/funds/rule-input.ts'
import { topUpStates } from '#app/domain/funds/top-up.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { mayStand } from '../restrictions.ts'
import {
	courtRestrictionShape,
	instant,
	permitShape,
	prisonerShape,
	protectiveOrderShape,
	toProtectiveOrder,
} from '../shapes.ts'
import { at, selectDocument } from '../statement.ts'

const topUpFactsShape = z.strictObject({
	prisoner: prisonerShape.nullable(),
	permit: permitShape.nullable(),
	protectiveOrders: z.array(protectiveOrderShape),
	courtRestrictions: z.array(courtRestrictionShape),
	topUps: z.array(
		z.strictObject({ ore: z.int(), startedAt: instant, state: z.enum(topUpStates), refundedOre: z.int() }),
	),
})

/** Everything the rules of a top-up ask about, but the amount, in one statement; null when there is no such prisoner. */
export async function selectTopUpFacts(
	db: DbOrTx,
	request: { payerId: string; prisonerId: string /** Top-ups started since. */; since: Date; except: string | null },
): Promise<Omit<TopUpRuleInput, 'ore'> | null> {
	const [prisonerId, payerId] = [sql`${request.prisonerId}::uuid`, sql`${request.payerId}::uuid`]
	const document = await selectDocument(
		db,
		'top_up_facts',
		topUpFactsShape,
		sql`json_build_object(
		'prisoner', (select json_build_object('id', id, 'facilityId', facility_id, 'unit', unit, 'securityLevel', security_level,
			'legalStatus', legal_status, 'custody', custody) from prisoner where id = ${prisonerId}),
		'permit', (select json_build_object('id', id, 'state', state, 'controls', controls, 'channels', channels,
			'relationship', relationship, 'track', track, 'officialKind', official_kind, 'validTo', valid_to,
			'recheckDue', recheck_due, 'guardianConsent', guardian_consent)
			from permit where visitor_id = ${payerId} and prisoner_id = ${prisonerId} order by (state = 'ended'), id desc limit 1),
		'protectiveOrders', (select coalesce(json_agg(json_build_object('id', id, 'visitorId', visitor_id, 'start', from_at,
			'end', to_at, 'clockStopped', clock_stopped)), '[]') from protective_order
			where visitor_id = ${payerId} and prisoner_id = ${prisonerId} and ${mayStand(at(request.since))}),
		'courtRestrictions', (select coalesce(json_agg(json_build_object('id', id, 'type', type, 'start', from_at, 'end', to_at,
			'except', excepted_visitor_ids, 'coversOfficial', covers_official)), '[]') from court_restriction
			where prisoner_id = ${prisonerId} and to_at > ${at(request.since)}),
		'topUps', (select coalesce(json_agg(json_build_object('ore', ore, 'startedAt', started_at, 'state', state,
			'refundedOre', refunded_ore)), '[]') from top_up where prisoner_id = ${prisonerId} and started_at >= ${at(request.since)}
			and id is distinct from ${request.except}::uuid)
	)`,
	)
	if (!document.prisoner) return null
	return {
		prisoner: document.prisoner,
		payer: {
			visitorId: request.payerId,
			permit: document.permit,
			protectiveOrders: document.protectiveOrders.map(toProtectiveOrder),
		},
		courtRestrictions: document.courtRestrictions.map(dated),
		topUps: document.topUps.map((row) => ({ ...row, startedAt: new Date(row.startedAt) })),
	}
}

function dated<T extends { start: string; end: string }>(
	row: T,
): Omit<T, 'start' | 'end'> & { start: Date; end: Date } {
	return { ...row, start: new Date(row.start), end: new Date(row.end) }
}
