import { z } from 'zod'
import { controls } from '#app/domain/permits/controls.ts'
import { stayConsents } from '#app/domain/rooms/room.ts'
import type { BookInput } from '#app/services/bookings/book.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { ctxOf, isOfficer } from '../fixture/actor.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { oneOf, type Ref, ref, text, toRef } from '../parse/fields.ts'
import { standingOfficers } from '../parse/given-people.ts'
import { namesAPlace, placeKeys, placeOf } from '../parse/place.ts'
import { placeRequest } from './place-request.ts'

/** Who asks to visit whom, with whom: what `book`, `hold` and `list` have in common. */
export const requestKeys = {
	by: ref('actor'),
	prisoner: ref('prisoner'),
	party: z.array(ref('visitor')).min(1, 'is empty'),
	askFor: z.array(oneOf(controls)).default([]),
}

export const visitFields = z
	.strictObject({
		...requestKeys,
		...placeKeys,
		consents: z.array(oneOf(stayConsents)).default([]),
		channel: oneOf(['online', 'officer']).optional(),
		override: text.optional(),
	})
	.transform((fields, context) => {
		const place = placeOf(fields)
		if (place) return { ...fields, place, ofParty: false }
		context.addIssue({ code: 'custom', message: namesAPlace })
		return z.NEVER
	})

export type VisitFields = Omit<z.output<typeof visitFields>, 'party'> & { party: readonly Ref<'visitor'>[] }

/** The same visit for another party. Who books it then is settled when it runs. */
export function visitOfParty(fields: VisitFields, party: readonly Ref<'visitor'>[]): VisitFields {
	return { ...fields, party, ofParty: true }
}

/** The call that a visit's fields stand for: each a form of its own. */
export async function visitCall(
	fixture: Fixture,
	fields: VisitFields,
	idempotencyKey: string,
): Promise<{ ctx: Ctx; input: BookInput }> {
	const { labels } = fixture
	const by = fields.ofParty ? await bookerOf(fixture, fields) : fields.by
	const throughOfficer = fields.channel === 'officer' && !isOfficer(fixture, by)
	return {
		ctx: ctxOf(fixture, throughOfficer ? toRef('officer', standingOfficers[0]) : by),
		input: {
			prisonerId: labels.idOf(fields.prisoner),
			partyIds: fields.party.map((visitor) => labels.idOf(visitor)),
			place: await placeRequest(fixture, fields.place),
			askFor: fields.askFor,
			consents: fields.consents,
			idempotencyKey,
			override: fields.override ?? null,
		},
	}
}

/** In a race the first of each party books, unless `by` is an officer or comes along. */
async function bookerOf(fixture: Fixture, { by, party }: VisitFields): Promise<Ref> {
	const comesAlong = party.some(({ label }) => label === by.label)
	return isOfficer(fixture, by) || comesAlong ? by : (party[0] ?? by)
}
