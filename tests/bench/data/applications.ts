import { apply } from '#app/services/applications/apply.server.ts'
import type { Db } from '#db/client.server.ts'
import { type Size, slug } from './size.ts'

/** Visitors of other prisons apply to visit somebody in the measured one, so that its queue is as long as a bad week's. */
export async function fillQueue(db: Db, size: Size, now: Date): Promise<void> {
	const applicants = await db.$client<{ id: string }[]>`
		select v.id from visitor v join permit e on e.visitor_id = v.id join prisoner p on p.id = e.prisoner_id
		join facility f on f.id = p.facility_id where f.slug <> ${slug} and e.track = 'family' and v.issuer is not null order by v.ref limit ${size.applications}`
	for (const [index, { id }] of applicants.entries()) {
		await apply(
			{ db, now, requestId: null, actor: { kind: 'visitor', visitorId: id } },
			{ visitorId: id, number: `X-${index + 1}`, name: `Ola Nordmann${index + 1}`, relationship: 'friend' },
		)
	}
}
