import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { formContextField } from '#app/paths.ts'
import { overlaps, wrongSessions } from '#tests/support/history/invariants.ts'
import type { Family, Site } from './site.ts'

export interface Answer {
	status: number
	to: string
	retryAfter: string | null
	text: string
}

/** One request of a family's browser; a connection that is cut off is status 0. */
export async function ask(site: Site, family: Family, path: string, form?: Record<string, string>): Promise<Answer> {
	const headers = { cookie: family.cookie, origin: site.origin, 'sec-fetch-site': 'same-origin' }
	const body = new URLSearchParams({ ...form, [formContextField]: family.formContext })
	const send = form === undefined ? {} : { method: 'POST', body }
	try {
		const answer = await fetch(new URL(path, site.origin), { ...send, headers, redirect: 'manual' })
		const told = (name: string) => answer.headers.get(name)
		return {
			status: answer.status,
			to: told('location') ?? '',
			retryAfter: told('retry-after'),
			text: await answer.text(),
		}
	} catch (error) {
		return { status: 0, to: '', retryAfter: null, text: String(error) }
	}
}

export const ready = async (site: Site) => (await fetch(`${site.origin}/health/ready`)).status

export const hold = (site: Site, family: Family, session: string, idempotencyKey: string = randomUUID()) =>
	ask(site, family, `/visits/new/time?for=${family.permit}&with=${family.visitor}`, { session, idempotencyKey })

/** Families that book without a pause, each one session after another, and send a form anew until it is taken. */
export interface Load {
	/** Refs of visits that somebody was told are booked. */
	told: Set<string>
	/** What requests were answered with, and how often. */
	statuses: Map<number, number>
	/** Answers that say neither that it is done nor to come back later. */
	odd: string[]
	/** Until so many more are told. */
	more(count: number): Promise<void>
	stop(): Promise<void>
}

export function startLoad(site: Site, families: readonly Family[], sessions: readonly string[]): Load {
	let over = false
	const statuses = new Map<number, number>()
	const odd: string[] = []
	const told = new Set<string>()
	const untilTaken = async (send: () => Promise<Answer>, isDone: (answer: Answer) => boolean) => {
		for (;;) {
			const answer = await send()
			statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
			if (isDone(answer)) return answer
			if (answer.status !== 503 || answer.retryAfter === null)
				odd.push(`${answer.status} ${answer.to} ${answer.text.slice(0, 80)}`)
			if (over) return null
		}
	}
	const book = async (family: Family) => {
		for (const session of sessions) {
			if (over) return
			const idempotencyKey = randomUUID()
			const held = await untilTaken(
				() => hold(site, family, session, idempotencyKey),
				({ to }) => to.startsWith('/visits/'),
			)
			if (!held) return
			// One whose answer was lost is booked already: the same form again says so.
			const done = await untilTaken(
				() => ask(site, family, held.to, {}),
				({ status, to }) => status === 409 || /^\/visits\/\w+$/.test(to),
			)
			if (done?.status === 303) told.add(done.to.slice('/visits/'.length))
		}
	}
	const all = Promise.all(families.map(book))
	return {
		...{ told, statuses, odd },
		async more(count) {
			const goal = told.size + count
			await expect.poll(() => told.size, { timeout: 40_000, interval: 20 }).toBeGreaterThanOrEqual(goal)
		},
		async stop() {
			over = true
			await all
		},
	}
}

/** What must be so after every fault: all that was told is there, once, with its trail and its message. */
export async function expectWhole(
	{ owner, web, origin }: Site,
	pid: number | undefined,
	told: Iterable<string>,
): Promise<void> {
	expect(web.pid).toBe(pid)
	expect((await fetch(`${origin}/health/live`)).status).toBe(200)
	const rows = await owner.execute<{ ref: string; trail: number; messages: number }>(sql`
		select ref, (select count(*)::int from audit where subject_id = b.id and action = 'booking.confirm') as trail,
			(select count(*)::int from message where booking_id = b.id and kind = 'booking-confirmed') as messages
		from booking b where state = 'confirmed'`)
	const there = new Set(rows.map(({ ref }) => ref))
	expect([...told].filter((ref) => !there.has(ref))).toEqual([])
	expect(rows.filter(({ trail, messages }) => trail !== 1 || messages !== 1)).toEqual([])
	const doubled = await owner.execute(sql`
		select prisoner_id, session_id from booking where state in ('held', 'confirmed') group by 1, 2 having count(*) > 1`)
	expect([...doubled]).toEqual([])
	expect([...(await wrongSessions(owner))]).toEqual([])
	expect([...(await overlaps(owner))]).toEqual([])
}
