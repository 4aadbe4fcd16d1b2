import type { Ctx } from '#app/services/context.ts'
import { ctxOf, ctxOfOfficer } from '../fixture/actor.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { type Ref, thePrisoner } from '../parse/fields.ts'
import type { Done } from '../run/outcome.ts'

export function isPrisoner({ label }: Ref<'party'>): boolean {
	return label === thePrisoner
}

/** A visitor's own context; for the prisoner's word, that of the officer who records it. */
export function ctxOfParty(fixture: Fixture, by: Ref<'party'>): Ctx {
	return isPrisoner(by) ? ctxOfOfficer(fixture) : ctxOf(fixture, by)
}

/** A step that was about one party's letter. */
export function ofParty({ decision, party }: { decision: { id: string }; party: { id: string } }): Done {
	return { kind: 'done', touched: { kind: 'decision', id: decision.id, partyId: party.id } }
}
