import type { Kind, Ref } from '../parse/fields.ts'

/** Which row stands behind an author's label. */
export interface Labels {
	put(kind: Kind, label: string, id: string): void
	/** @throws when nothing of that kind has the label (a step that should have made it was refused) */
	idOf(ref: Ref): string
	find(ref: Ref): string | null
	/** The label of a row; its id when it has none. */
	labelOf(kind: Kind, id: string): string
	/** Every label of a kind with its id. */
	all(kind: Kind): readonly (readonly [label: string, id: string])[]
}

export function createLabels(): Labels {
	const kinds = new Map<Kind, Map<string, string>>()
	const of = (kind: Kind) => kinds.get(kind) ?? new Map<string, string>()
	const find = ({ kind, label }: Ref) => of(kind).get(label) ?? null
	return {
		put(kind, label, id) {
			kinds.set(kind, of(kind).set(label, id))
		},
		find,
		idOf(ref) {
			const id = find(ref)
			if (id === null) throw new Error(`there is no ${ref.kind} ${ref.label}`)
			return id
		},
		labelOf: (kind, id) => [...of(kind)].find(([, held]) => held === id)?.[0] ?? id,
		all: (kind) => [...of(kind)],
	}
}
