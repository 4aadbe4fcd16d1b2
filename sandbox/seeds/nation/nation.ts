import { getTableName } from 'drizzle-orm'
import { instantOf, localDate } from '#app/domain/calendar/oslo.ts'
import { connect, type Db, disconnect } from '#db/client.server.ts'
import {
	ban,
	booking,
	bookingVisitor,
	courtRestriction,
	facility,
	facilityPolicy,
	guardianship,
	nonAssociation,
	officer,
	officerRole,
	permit,
	prisoner,
	protectiveOrder,
	room,
	sessionTemplate,
	unit,
	visitor,
	visitSession,
} from '#db/schema/index.ts'
import { inBulk, vacuum } from '../bulk.ts'
import { copyRows } from '../copy.ts'
import { randomFrom } from '../random.ts'
import type { SealPid } from '../seal.ts'
import { idsFrom } from '../seeded-ids.ts'
import { nationFacilities } from './facilities.ts'
import { historyOf } from './history.ts'
import { type NationOfficer, nationOfficers } from './officers.ts'
import { nationOrders } from './orders.ts'
import { type Family, nationPeople } from './people.ts'
import { type NationSize, planNation, shareOf } from './size.ts'
import { nationTimetable, rememberedTimes } from './timetable.ts'

export interface NationOptions extends NationSize {
	/** The same seed and the same `now` make the same nation, to the last reference. */
	seed: number
	now: Date
	/** Whose accounts the visitors and the officers have. */
	familyIssuer?: string
	staffIssuer?: string
	/** Without it nobody has a national number. */
	seal?: SealPid
	log?: (line: string) => void
}

/** A visitor who can sign in and has leave to visit a prisoner who is there. */
export interface NationVisitor {
	issuer: string
	subject: string
	visitorId: string
	prisonerId: string
	permitRef: string
	facilityId: string
	/** Whether a booking stands at once, or waits for an officer. */
	approval: 'instant' | 'request'
}

export interface Nation {
	facilities: { id: string; slug: string }[]
	/** One for each prisoner at most, each of the family's track. */
	visitors: NationVisitor[]
	officers: NationOfficer[]
	counts: { sessions: number; bookings: number; visitors: number; prisoners: number }
}

const loaded = [
	facility,
	unit,
	facilityPolicy,
	prisoner,
	visitor,
	guardianship,
	permit,
	officer,
	officerRole,
	courtRestriction,
	ban,
	protectiveOrder,
	nonAssociation,
	sessionTemplate,
	visitSession,
	room,
	booking,
	bookingVisitor,
].map((table) => getTableName(table))

/**
 * Fills a migrated, empty database with a whole country of prisons: a past of months or years, and bookings ahead that every
 * rule accepts. In one transaction, by COPY; half a million bookings take a minute or two. It must be the owner's connection.
 */
export async function buildNation(owner: string | Db, options: NationOptions): Promise<Nation> {
	if (typeof owner !== 'string') return build(owner, options)
	const db = connect(owner, { max: 1, name: 'samvaer-nation' })
	try {
		return await build(db, options)
	} finally {
		await disconnect(db)
	}
}

async function build(db: Db, options: NationOptions): Promise<Nation> {
	const { seed, now, log = () => {} } = options
	const familyIssuer = options.familyIssuer ?? 'https://family.example'
	const staffIssuer = options.staffIssuer ?? 'https://staff.example'
	const random = randomFrom(seed)
	const ids = idsFrom(randomFrom(seed + 1))
	const today = localDate(now)
	const plan = planNation(options, today)
	const [firstMonday = today] = plan.pastWeeks
	const since = instantOf(firstMonday, '00:00')
	const given = { since, today, now, familyIssuer, seal: options.seal ?? null, random, ids }

	const { facilities, rows: facilityRows } = nationFacilities(options.facilities, since, random, ids)
	const people = nationPeople(options, facilities, given)
	const { officers, rows: officerRows } = nationOfficers(facilities, staffIssuer, given)
	const { rows: orderRows, apart } = nationOrders(people.families, facilities, given)
	const counts = { sessions: 0, bookings: 0, visitors: people.rows.visitors.length, prisoners: people.prisoners.length }

	await inBulk(db.$client, loaded, async (sql) => {
		await copyRows(sql, facility, facilityRows.facilities)
		await copyRows(sql, unit, facilityRows.units)
		await copyRows(sql, facilityPolicy, facilityRows.policies)
		await copyRows(sql, prisoner, people.prisoners)
		await copyRows(sql, visitor, people.rows.visitors)
		await copyRows(sql, guardianship, people.rows.guardianships)
		await copyRows(sql, permit, people.rows.permits)
		await copyRows(sql, officer, officerRows.officers)
		await copyRows(sql, officerRole, officerRows.roles)
		await copyRows(sql, courtRestriction, orderRows.restrictions)
		await copyRows(sql, ban, orderRows.bans)
		await copyRows(sql, protectiveOrder, orderRows.protectiveOrders)
		await copyRows(sql, nonAssociation, orderRows.nonAssociation)
		log(`${counts.prisoners} prisoners and ${counts.visitors} visitors are there.`)
		const times = rememberedTimes()
		const parts = facilities.length
		for (const [index, one] of facilities.entries()) {
			const families = people.families.filter(({ prisoner }) => prisoner.facilityId === one.id)
			const timetable = nationTimetable(one, families.length, { since, firstMonday, ids, times })
			const history = historyOf({
				...given,
				facility: one,
				timetable,
				households: families.map((family) => householdOf(family, apart)),
				counsels: people.counsels.get(one.id) ?? [],
				plan,
				quota: {
					past: shareOf(plan.bookings.past, index, parts),
					ahead: shareOf(plan.bookings.ahead, index, parts),
				},
			})
			await copyRows(sql, sessionTemplate, timetable.templates)
			await copyRows(sql, room, [timetable.room])
			counts.sessions += await copyRows(sql, visitSession, history.sessions)
			counts.bookings += await copyRows(sql, booking, history.bookings)
			await copyRows(sql, bookingVisitor, history.party)
			if ((index + 1) % 10 === 0 || index + 1 === parts)
				log(`${index + 1} of ${parts} facilities: ${counts.sessions} sessions, ${counts.bookings} bookings.`)
		}
		log('The guards are put back, and ask about every row.')
	})
	await vacuum(db.$client, loaded)
	const policies = new Map(facilities.map(({ id, policy }) => [id, policy]))
	return {
		facilities: facilities.map(({ id, slug }) => ({ id, slug })),
		visitors: people.families.flatMap(({ prisoner, members: [first] }) => {
			const approval = policies.get(prisoner.facilityId)?.approval
			if (!first?.subject || !approval || prisoner.custody !== 'in') return []
			const { visitorId, permitRef, subject } = first
			const { id: prisonerId, facilityId } = prisoner
			return [{ issuer: familyIssuer, subject, visitorId, prisonerId, permitRef, facilityId, approval }]
		}),
		officers,
		counts,
	}
}

function householdOf({ prisoner, members }: Family, apart: ReadonlyMap<string, string>) {
	const holding = members.filter(({ holds }) => holds)
	return {
		prisoner,
		adults: holding.filter(({ adult }) => adult),
		children: holding.filter(({ adult }) => !adult),
		nonAssociatedWith: apart.get(prisoner.id) ?? null,
	}
}
