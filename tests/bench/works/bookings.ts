import { randomUUID } from 'node:crypto'
import { formContextField, paths } from '#app/paths.ts'
import { type BenchData, takeBack } from '../data/open.ts'
import type { BookingPair } from '../floors/orders.ts'
import type { BookingForm } from '../load/orders.ts'
import { asked, type Bench, loaded, type Measure, originsOf, type Site, type Work } from './bench.ts'

type Name = 'booking' | 'booking-one-place'

/** Bookings by post, each of two forms, by people who are all different: on sessions of their own, or all on one. */
export function bookings(site: Site, name: Name): Measure {
	const pairs = pairsIn(site.benchData, name === 'booking-one-place')
	return async (pace) => {
		const forms = pairs.map((pair) => formOf(site, pair))
		const sample = await loaded(site, { kind: 'bookings', origins: originsOf(site), bookings: forms, ...pace })
		return { sample, putBack: () => created(site, sample.latencies.length) }
	}
}

/** The same, and what its statements cost without us. */
export async function bookingWork(bench: Bench, name: Name): Promise<Work> {
	const pairs = pairsIn(bench.benchData, name === 'booking-one-place')
	const [first] = pairs
	if (!first) throw new Error('Nobody books')
	const record = { kind: 'record-booking', name, pair: first, form: formOf(bench, first) } as const
	const { statements, transactions } = await asked(bench, record, 'recorded')
	await takeBack(bench.benchData)
	return {
		about: `2 forms, ${statements} statements, ${transactions} transactions`,
		app: bookings(bench, name),
		floors: [
			{
				name: 'sql',
				measure: async (pace) => {
					const { sample } = await asked(bench, { kind: 'replay-bookings', name, pairs, ...pace }, 'measured')
					return { sample, putBack: () => created(bench, sample.latencies.length) }
				},
			},
		],
	}
}

/** The bookings are there, and are taken back: whoever counted more than the database holds has measured nothing. */
async function created({ benchData }: Site, counted: number): Promise<void> {
	const there = await takeBack(benchData)
	if (there < counted) throw new Error(`${counted} bookings were counted, and ${there} were made`)
}

function formOf({ apps: [app] }: Site, { user, session }: BookingPair): BookingForm {
	const carried = { [formContextField]: user.formContext }
	return {
		path: paths.newVisitStep('time', { for: user.permitRef, with: user.visitorRef }),
		headers: {
			cookie: user.cookie,
			origin: app.publicOrigin,
			'sec-fetch-site': 'same-origin',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: new URLSearchParams({ ...carried, session: session.ref, idempotencyKey: randomUUID() }).toString(),
		lastBody: new URLSearchParams(carried).toString(),
	}
}

/** Visits that one person may have in a week of the world. */
const visitsAWeek = 3

/** In weeks that hold nobody's visit yet and lie before the horizon: any person three times a week, on days of their own. */
function pairsIn({ users, sessions }: BenchData, onePlace: boolean): BookingPair[] {
	const weeks = sessions.slice(2, 6)
	const pairs: BookingPair[] = []
	for (let round = 0; round < visitsAWeek; round++) {
		for (const week of weeks) {
			for (const [index, user] of users.entries()) {
				const session = week[((onePlace ? 0 : index) + round * 12) % week.length]
				if (session) pairs.push({ user, session })
			}
		}
	}
	return pairs
}
