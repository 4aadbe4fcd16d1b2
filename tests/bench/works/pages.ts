import { paths } from '#app/paths.ts'
import type { BenchData } from '../data/open.ts'
import type { ServerKind } from '../floors/servers.tsx'
import type { WorkName } from '../options.ts'
import { asked, type Bench, loaded, type Measure, originsOf, type Site, type Work } from './bench.ts'

type PageName = Exclude<WorkName, 'booking' | 'booking-one-place' | 'sign-in'>

interface Ask {
	path: string
	headers: Readonly<Record<string, string>>
}

/** A day next week, on which every session and some visits are. */
function dayIn(benchData: BenchData, days: number): string {
	const first = new Date(benchData.began.getTime() + days * 86_400_000)
	return first.toISOString().slice(0, 10)
}

const requests: Readonly<Record<PageName, (benchData: BenchData) => Ask[]>> = {
	calendar: (benchData) =>
		benchData.users.map(({ cookie, permitRef, visitorRef }) => ({
			path: paths.newVisitStep('time', { for: permitRef, with: visitorRef, day: dayIn(benchData, 20) }),
			headers: { cookie },
		})),
	home: (benchData) => benchData.users.map(({ cookie }) => ({ path: paths.home(), headers: { cookie } })),
	'staff-calendar': (benchData) => [
		{ path: paths.staff.timetable({ week: dayIn(benchData, 7) }), headers: { cookie: benchData.officerCookie } },
	],
	'day-sheet': (benchData) => [
		{ path: paths.staff.day({ day: dayIn(benchData, 7) }), headers: { cookie: benchData.officerCookie } },
	],
	queue: (benchData) => [{ path: paths.staff.applications(), headers: { cookie: benchData.officerCookie } }],
}

/** A page as people ask for it, over and over. */
export function pages(site: Site, name: PageName): Measure {
	const asks = requests[name](site.benchData)
	return async (pace) => ({
		sample: await loaded(site, { kind: 'pages', origins: originsOf(site), requests: asks, expected: 200, ...pace }),
	})
}

/** The same, and what such a page costs without us. */
export async function pageWork(bench: Bench, name: PageName, servers: readonly ServerKind[]): Promise<Work> {
	const asks = requests[name](bench.benchData)
	const [first] = asks
	if (!first) throw new Error('Nobody asks')
	const answer = await fetch(new URL(first.path, bench.apps[0].origin), { headers: first.headers })
	const html = await answer.text()
	if (answer.status !== 200) throw new Error(`${name} was answered ${answer.status}`)
	const record = { kind: 'record-page', name, html, requests: asks.slice(0, 16) } as const
	const { statements, transactions } = await asked(bench, record, 'recorded')
	const kB = (Buffer.byteLength(html) / 1000).toFixed(0)
	return {
		about: `${kB} kB of HTML, ${statements} statements${transactions > 0 ? `, ${transactions} transactions` : ''}`,
		app: pages(bench, name),
		floors: [
			...servers.map((server) => ({
				name: server,
				measure: async (pace: { connections: number; seconds: number }) => {
					const { origin } = await asked(bench, { kind: 'serve', name, server }, 'serving')
					const root = [{ path: '/', headers: {} }]
					const sample = await loaded(bench, {
						kind: 'pages',
						origins: [origin],
						requests: root,
						expected: 200,
						...pace,
					})
					await asked(bench, { kind: 'close' }, 'done')
					return { sample }
				},
			})),
			{
				name: 'sql',
				measure: (pace) => asked(bench, { kind: 'replay-page', name, ...pace }, 'measured'),
			},
		],
	}
}
