import { z } from 'zod'
import { type Conflict, conflictActs, conflictSubjects } from '#app/domain/conflict.ts'

const conflict = z.object({
	what: z.enum(conflictActs),
	by: z
		.discriminatedUnion('kind', [
			z.object({ kind: z.literal('you') }),
			z.object({ kind: z.literal('officer'), name: z.string() }),
			z.object({ kind: z.literal('prison') }),
			z.object({ kind: z.literal('family') }),
		])
		.nullable(),
	at: z.coerce.date().nullable(),
	subject: z.object({ kind: z.enum(conflictSubjects), ref: z.string() }).nullable(),
})

/** What was done before, as a thrown answer carries it; null for any other answer. */
export function readConflict(data: unknown): Conflict | null {
	return conflict.safeParse(data).data ?? null
}
