import { sql } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.server.ts'

/**
 * The children of a visitor who have, or have applied for, contact with the prisoner: a decision about the visitor touches their
 * contact too. With no prisoner given, with any.
 */
export async function selectChildrenBrought(
	db: DbOrTx,
	{ guardianId, prisonerId }: { guardianId: string; prisonerId: string | null },
): Promise<{ id: string; born: string }[]> {
	const ofPrisoner = (column: string) =>
		prisonerId === null ? sql`true` : sql`${sql.raw(column)} = ${prisonerId}::uuid`
	return db.execute<{ id: string; born: string }>(sql`
		select c.id, c.born::text as born from guardianship g join visitor c on c.id = g.child_id
		where g.guardian_id = ${guardianId}::uuid and (
			exists (select from permit p where p.visitor_id = c.id and p.state <> 'ended' and ${ofPrisoner('p.prisoner_id')})
			or exists (select from application a left join prisoner n on replace(n.number, '-', '') = replace(a.typed_number, '-', '')
				where a.visitor_id = c.id and a.state in ('received', 'ready') and ${ofPrisoner('coalesce(a.prisoner_id, n.id)')}))
		order by c.id`)
}
