// Straffegjennomføringsloven § 7 h (secrecy): the family reads what concerns itself, and never the ground of another's order.
import { type Refusal, type RefusalCode, refusalKinds } from '../refusals.ts'

/** Who reads the answer. */
export interface AnswerReader {
	visitorId: string
	/** Has a permit for this prisoner, or is the guardian of someone in the party who has one. */
	hasPermit: boolean
	/** The children whose guardian the reader is. */
	childrenIds: readonly string[]
}

export interface PlainRefusal {
	code: RefusalCode
	about: 'you' | 'your-child' | 'someone' | 'visit'
	/** The reader's own: themselves or their children. Never anyone else. */
	visitorIds: readonly string[]
}

export type FamilyAnswer = { kind: 'plain'; items: readonly PlainRefusal[] } | { kind: 'neutral' }

const nothing: FamilyAnswer = { kind: 'plain', items: [] }

/**
 * What a family reads of the refusals against a visit. Who has no permit for the prisoner is told that alone; else one neutral
 * code makes the whole answer neutral. A code on one member's own affairs names them only to themselves or their guardian: to
 * the others someone in the party cannot come.
 */
export function familyAnswer(refusals: readonly Refusal[], reader: AnswerReader): FamilyAnswer {
	if (refusals.length === 0) return nothing
	if (!reader.hasPermit) {
		return { kind: 'plain', items: [{ code: 'permit-missing', about: 'you', visitorIds: [reader.visitorId] }] }
	}
	if (refusals.some(({ code }) => refusalKinds[code].tell === 'neutral')) return { kind: 'neutral' }
	return { kind: 'plain', items: refusals.flatMap((found) => asTold(found, reader)) }
}

function asTold({ code, about }: Refusal, reader: AnswerReader): PlainRefusal[] {
	if (refusalKinds[code].about === 'visit') return [{ code, about: 'visit', visitorIds: [] }]
	const own = about.filter((id) => id === reader.visitorId)
	const children = about.filter((id) => reader.childrenIds.includes(id))
	const items: PlainRefusal[] = []
	if (own.length > 0) items.push({ code, about: 'you', visitorIds: own })
	if (children.length > 0) items.push({ code, about: 'your-child', visitorIds: children })
	if (about.length > own.length + children.length) items.push({ code, about: 'someone', visitorIds: [] })
	return items
}
