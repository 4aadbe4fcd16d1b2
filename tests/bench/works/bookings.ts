import { randomUUID } from 'node:crypto'
import { paths } from '#app/paths.ts'
import type { BookingPair } from '../floors/orders.ts'
import type { BookingForm } from '../load/orders.ts'
import { type BenchWorld, takeBack } from '../world/open.ts'
import { asked, type Bench, loaded, type Work } from './bench.ts'

/** Bookings by post, each of two forms, by people who are all different: on sessions of their own, or all on one. */
export async function bookingWork(bench: Bench, name: 'booking' | 'booking-one-place'): Promise<Work> {
	const pairs = pairsIn(bench.world, name === 'booking-one-place')
	const [first] = pairs
	if (!first) throw new Error('Nobody books')
	const record = { kind: 'record-booking', name, pair: first, form: formOf(bench, first) } as const
	const { statements, transactions } = await asked(bench, record, 'recorded')
	await takeBack(bench.world)
	return {
		about: `2 forms, ${statements} statements, ${transactions} transactions`,
		app: async (pace) => {
			const bookings = pairs.map((pair) => formOf(bench, pair))
			const sample = await loaded(bench, { kind: 'bookings', origin: bench.app.origin, bookings, ...pace })
			return { sample, putBack: () => made(bench, sample.latencies.length) }
		},
		floors: [
			{
				name: 'sql',
				measure: async (pace) => {
					const { sample } = await asked(bench, { kind: 'replay-bookings', name, pairs, ...pace }, 'measured')
					return { sample, putBack: () => made(bench, sample.latencies.length) }
				},
			},
		],
	}
}

/** The bookings are there, and are taken back: whoever counted more than the database holds has measured nothing. */
async function made(bench: Bench, counted: number): Promise<void> {
	const there = await takeBack(bench.world)
	if (there < counted) throw new Error(`${counted} bookings were counted, and ${there} were made`)
}

function formOf({ app }: Bench, { user, session }: BookingPair): BookingForm {
	return {
		path: paths.newVisitStep('time', { for: user.permitRef, with: user.visitorRef }),
		headers: {
			cookie: user.cookie,
			origin: app.publicOrigin,
			'sec-fetch-site': 'same-origin',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body: new URLSearchParams({ session: session.ref, formKey: randomUUID() }).toString(),
	}
}

/** Visits that one person may have in a week of the world. */
const visitsAWeek = 3

/** In weeks that hold nobody's visit yet and lie before the horizon: any person three times a week, on days of their own. */
function pairsIn({ users, sessions }: BenchWorld, onePlace: boolean): BookingPair[] {
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
