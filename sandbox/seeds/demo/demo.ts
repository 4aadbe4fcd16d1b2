import { eq } from 'drizzle-orm'
import { addDays, instantOf, localDate, mondayOf } from '#app/domain/calendar/oslo.ts'
import type { Ctx } from '#app/services/context.ts'
import { policyInForce } from '#app/services/policy.server.ts'
import { createSessionsOf } from '#app/services/timetable/create-sessions.server.ts'
import { transaction } from '#app/services/transaction.server.ts'
import type { Db, DbOrTx } from '#db/client.server.ts'
import { application, applicationCheck, decision, permit, sessionTemplate } from '#db/schema/index.ts'
import { insertRows } from '../insert.ts'
import { randomFrom } from '../random.ts'
import type { SealPid } from '../seal.ts'
import { idsFrom } from '../seeded-ids.ts'
import { demoApplications } from './applications.ts'
import { addEvents } from './events.ts'
import { addDemoFacilities } from './facilities.ts'
import { addDemoPeople, namedBirthDates } from './people.ts'
import { createPopulation, insertPopulation } from './population.ts'
import { type DemoSeedName, demoSizes } from './size.ts'
import { addStaff, type Slug } from './staff.ts'
import { addVisits, weeksOfHistory } from './visits.ts'
import { addEntries } from './waiting-list.ts'

export interface DemoOptions {
	seedName: DemoSeedName
	seed: number
	now: Date
	seal: SealPid
	staffIssuer: string
	log: (line: string) => void
}

const rooms = { fjellheim: 'play-room', elvebredden: 'family-room', lyngmo: 'visiting-house' } as const
const slugs = ['fjellheim', 'elvebredden', 'lyngmo'] as const

/**
 * Fills an empty, migrated database with three prisons as they may be on some day: everybody and what has happened so far in
 * one transaction, and then what officers and families do on the day, by the services.
 */
export async function buildDemo(db: Db, options: DemoOptions): Promise<void> {
	const { seedName, now, seal, staffIssuer, log } = options
	const size = demoSizes[seedName]
	const random = randomFrom(options.seed)
	const ids = idsFrom(randomFrom(options.seed + 1))
	const today = localDate(now)
	const firstMonday = addDays(mondayOf(today), -7 * weeksOfHistory)
	const since = instantOf(firstMonday, '00:00')

	const { at, leaders, counts } = await transaction(db, async (tx) => {
		const at = await addDemoFacilities(tx, firstMonday)
		const leaders = await addDemoPeople(tx, at, seal, staffIssuer)
		const deciders = await addStaff(tx, at, leaders, staffIssuer, random)
		const policies = {
			fjellheim: await policyInForce(tx, at.fjellheim, now),
			elvebredden: await policyInForce(tx, at.elvebredden, now),
			lyngmo: await policyInForce(tx, at.lyngmo, now),
		}
		const population = createPopulation(at, size, { since, today, seal, random, ids, taken: namedBirthDates })
		const rows = demoApplications({ population, size, deciders, policies, now, random, ids })
		await insertPopulation(tx, population.prisoners, population.registry)
		await insertRows(tx, application, rows.applications)
		await insertRows(tx, applicationCheck, rows.checks)
		await insertRows(tx, decision, rows.decisions)
		await insertRows(tx, permit, population.registry.rows.permits)
		const counts = { sessions: 0, bookings: 0 }
		for (const slug of slugs) {
			const facilityId = at[slug]
			counts.sessions += await createSessionsSince(
				tx,
				{ db, now, actor: { kind: 'system' }, requestId: null },
				facilityId,
				firstMonday,
			)
			counts.bookings += await addVisits(tx, {
				facilityId,
				families: population.families.filter((one) => one.slug === slug),
				counsels: population.counsels[slug],
				roomKind: rooms[slug],
				now,
				random,
				ids,
			})
		}
		return { at, leaders, counts }
	})

	log(`The world '${seedName}' has ${counts.sessions} sessions and ${counts.bookings} bookings.`)

	const leaderOf = (slug: Slug): Ctx => {
		const grants = [{ role: 'decision-maker' as const, facilityId: at[slug] }]
		const actor = { kind: 'officer' as const, officerId: leaders[slug], facilityId: at[slug], grants }
		return { db, now, actor, requestId: null }
	}
	const contexts = {
		fjellheim: leaderOf('fjellheim'),
		elvebredden: leaderOf('elvebredden'),
		lyngmo: leaderOf('lyngmo'),
	}
	await addEvents(contexts, { ...at })
	log('Officers have registered what happened today.')
	await addEntries(db, { now, ofEach: size.ofEach, busy: at.fjellheim, roomy: [at.lyngmo, at.elvebredden], ids })
	log('Families have put themselves on the waiting list.')
}

async function createSessionsSince(tx: DbOrTx, ctx: Ctx, facilityId: string, from: string): Promise<number> {
	const templates = await tx
		.select({ id: sessionTemplate.id })
		.from(sessionTemplate)
		.where(eq(sessionTemplate.facilityId, facilityId))
	return createSessionsOf(tx, ctx, { facilityId, templateIds: templates.map(({ id }) => id), from })
}
