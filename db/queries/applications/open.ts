import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { application } from '#db/schema/index.ts'
import { foldedNumber } from '../prisoners.ts'
import type { ApplicationRow } from './write.ts'

/** Locks one application and reads it as it stands now. */
export async function lockApplication(tx: DbOrTx, id: string): Promise<ApplicationRow> {
	const [row] = await tx.select().from(application).where(eq(application.id, id)).for('no key update')
	if (!row) throw new Error('An application is never deleted')
	return row
}

/** An applicant's own open application for the same visitor and number; null when there is none. */
export async function selectOpenApplication(
	tx: DbOrTx,
	{ applicantId, visitorId, typedNumber }: Pick<ApplicationRow, 'applicantId' | 'visitorId' | 'typedNumber'>,
): Promise<ApplicationRow | null> {
	const [row] = await tx
		.select()
		.from(application)
		.where(
			and(
				eq(application.applicantId, applicantId),
				eq(application.visitorId, visitorId),
				eq(foldedNumber(application.typedNumber), foldNumber(typedNumber)),
				inArray(application.state, ['received', 'ready']),
			),
		)
		.orderBy(desc(application.receivedAt), sql`${application.id} desc`)
		.limit(1)
	return row ?? null
}

/** What a form made of its key; null when it made nothing. */
export async function selectApplicationOfForm(tx: DbOrTx, idempotencyKey: string): Promise<ApplicationRow | null> {
	const [row] = await tx.select().from(application).where(eq(application.idempotencyKey, idempotencyKey))
	return row ?? null
}
