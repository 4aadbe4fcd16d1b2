import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { DbOrTx } from '#db/client.server.ts'
import { foldedNumber } from './prisoners.ts'
import { selectDocument } from './statement.ts'

const waitingShape = z.strictObject({ applications: z.int(), requests: z.int(), reviews: z.int() })

/** How many applications, requests and visits under review wait in a facility, each as its list has them. Applications whose number nobody has wait everywhere. */
export async function countWaiting(db: DbOrTx, facilityId: string): Promise<z.output<typeof waitingShape>> {
	const facility = sql`${facilityId}::uuid`
	return selectDocument(
		db,
		'waiting',
		waitingShape,
		sql`json_build_object(
			'applications', (select count(*)::int from application a
				left join prisoner p on p.id = a.prisoner_id or (a.prisoner_id is null and ${foldedNumber(sql`p.number`)} = ${foldedNumber(sql`a.typed_number`)})
				where a.state in ('received', 'ready') and (p.facility_id = ${facility} or p.id is null)),
			'requests', (select count(*)::int from booking where facility_id = ${facility} and state = 'requested'),
			'reviews', (select count(distinct booking_id)::int from review where facility_id = ${facility} and ended_at is null))`,
	)
}
