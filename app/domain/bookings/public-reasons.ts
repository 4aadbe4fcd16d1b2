// Straffegjennomføringsloven § 7 h (secrecy): the family reads what concerns itself, and never the ground of another's order.
import { type Refusal, type RefusalCode, refusalKinds } from '../refusals.ts'

/** Who reads the answer. */
export interface Viewer {
	visitorId: string
	/** Has a permit for this prisoner, or is the guardian of someone in the party who has one. */
	hasPermit: boolean
	/** The children whose guardian the reader is. */
	childrenIds: readonly string[]
}

export interface PlainRefusal {
	code: RefusalCode
	about: 'you' | 'your-child' | 'someone' | 'visit'
	/** The reader's own: themselves or their visitors.children. Never anyone else. */
	visitorIds: readonly string[]
}

export type PublicReasons = { kind: 'plain'; items: readonly PlainRefusal[] } | { kind: 'neutral' }

const nothing: PublicReasons = { kind: 'plain', items: [] }

/**
 * What a family reads of the refusals against a visit. Who has no permit for the prisoner is told that alone; else one neutral
 * code makes the whole answer neutral. A code on one member's own affairs names them only to themselves or their guardian: to
 * the others someone in the party cannot come.
 */
export function redactForFamily(refusals: readonly Refusal[], viewer: Viewer): PublicReasons {
	if (refusals.length === 0) return nothing
	if (!viewer.hasPermit) {
		return { kind: 'plain', items: [{ code: 'permit-missing', about: 'you', visitorIds: [viewer.visitorId] }] }
	}
	if (refusals.some(({ code }) => refusalKinds[code].tell === 'neutral')) return { kind: 'neutral' }
	return { kind: 'plain', items: refusals.flatMap((found) => toPublic(found, viewer)) }
}

function toPublic({ code, about }: Refusal, viewer: Viewer): PlainRefusal[] {
	if (refusalKinds[code].about === 'visit') return [{ code, about: 'visit', visitorIds: [] }]
	const own = about.filter((id) => id === viewer.visitorId)
	const children = about.filter((id) => viewer.childrenIds.includes(id))
	const items: PlainRefusal[] = []
	if (own.length > 0) items.push({ code, about: 'you', visitorIds: own })
	if (children.length > 0) items.push({ code, about: 'your-child', visitorIds: children })
	if (about.length > own.length + children.length) items.push({ code, about: 'someone', visitorIds: [] })
	return items
}
