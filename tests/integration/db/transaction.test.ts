import { sql } from 'drizzle-orm'
import { describe, expect, it, vi } from 'vitest'
import { contendedConstraints } from '#app/services/contended.ts'
import { ServiceError } from '#app/services/errors.ts'
import { sqlState, transaction } from '#app/services/transaction.server.ts'
import { probeDatabase } from '#db/queries/readiness.ts'
import { RetryTransaction } from '#db/queries/retry-transaction.ts'
import { lockSessions } from '#db/queries/timetable/lock-sessions.ts'
import { openDatabase } from '#tests/support/database.ts'
import { waitingForLocks } from '#tests/support/history/invariants.ts'
import { addPrison, addSession, noon } from '#tests/support/rows.ts'

const { db, owner } = await openDatabase({ max: 12 })

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => 'done',
		(error: unknown) => error,
	)

async function aSession(): Promise<string> {
	const { facilityId } = await addPrison(owner)
	return addSession(owner, { facilityId, startsAt: noon(3) })
}

/** Keeps a session locked until it is told to let go. */
async function locked(id: string): Promise<() => Promise<void>> {
	let release = () => {}
	const held = new Promise<void>((resolve) => {
		release = resolve
	})
	let taken = () => {}
	const isTaken = new Promise<void>((resolve) => {
		taken = resolve
	})
	const holder = owner.transaction(async (tx) => {
		await tx.execute(sql`select from visit_session where id = ${id} for update`)
		taken()
		await held
	})
	await isTaken
	return async () => {
		release()
		await holder
	}
}

describe('a constraint that is violated', () => {
	it.each([
		['23505', 'facility_slug_key'],
		['23P01', 'facility_policy_facility_id_tstzrange_excl'],
	])('by nobody but the program (%s) is thrown as it is, and not tried again', async (state, constraint) => {
		let tries = 0
		const error = await errorOf(
			transaction(db, (tx) => {
				tries++
				return tx.execute(
					sql.raw(`do $$ begin raise exception 'no' using errcode = '${state}', constraint = '${constraint}'; end $$`),
				)
			}),
		)
		expect([sqlState(error), tries]).toEqual([state, 1])
	})

	it('by another’s commit is tried again, and in the end told with what it was', async () => {
		let tries = 0
		const error = await errorOf(
			transaction(db, (tx) => {
				tries++
				return tx.execute(
					sql`do $$ begin raise exception 'no' using errcode = '23505', constraint = 'booking_idempotency_key_key'; end $$`,
				)
			}),
		)
		expect(error).toBeInstanceOf(ServiceError)
		expect(error).toMatchObject({ code: 'busy' })
		expect([tries, sqlState(error instanceof Error ? error.cause : null)]).toEqual([6, '23505'])
	})

	it('is one that there is', async () => {
		const rows = await owner.execute<{ name: string }>(sql`
			select relname as name from pg_index join pg_class on oid = indexrelid where indisunique or indisexclusion`)
		const there = new Set(rows.map(({ name }) => name))
		expect([...contendedConstraints].filter((name) => !there.has(name))).toEqual([])
	})
})

describe('what was read before the locks and is not so any more', () => {
	it('is read anew, by the kind of the error and not by a code', async () => {
		let tries = 0
		const done = await transaction(db, async () => {
			if (++tries < 3) throw new Error('wrapped', { cause: new RetryTransaction('It has moved') })
			return tries
		})
		expect(done).toBe(3)
		expect(sqlState(new RetryTransaction('It has moved'))).toBe(null)
	})
})

describe('a row that is locked for long', () => {
	it('is waited for four seconds in all', async () => {
		const id = await aSession()
		const release = await locked(id)
		const began = performance.now()
		const error = await errorOf(transaction(db, (tx) => lockSessions(tx, [id])))
		const ms = performance.now() - began
		await release()
		expect(error).toMatchObject({ code: 'busy' })
		expect(sqlState(error instanceof Error ? error.cause : null)).toBe('55P03')
		expect(ms).toBeGreaterThan(3_000)
		expect(ms).toBeLessThan(5_500)
	})

	it('takes four connections of a process and no more, and everybody has their turn when it is free', async () => {
		const id = await aSession()
		const release = await locked(id)
		const waiting = Promise.all(
			Array.from({ length: 40 }, () => transaction(db, (tx) => lockSessions(tx, [id])).then(() => 'done')),
		)
		await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(4), { timeout: 1_500 })
		// The pool has twelve: who needs another row does not wait.
		const other = await aSession()
		await transaction(db, (tx) => lockSessions(tx, [other]))
		expect(await waitingForLocks(db)).toBeLessThanOrEqual(4)
		await release()
		expect(new Set(await waiting)).toEqual(new Set(['done']))
	})

	it('refuses all that goes out with the statement, so that none of it waits either', async () => {
		const [id, other] = [await aSession(), await aSession()]
		const release = await locked(id)
		const waiting = Array.from({ length: 4 }, () => errorOf(transaction(db, (tx) => lockSessions(tx, [id]))))
		await vi.waitFor(async () => expect(await waitingForLocks(db)).toBe(4), { timeout: 1_500 })
		const both: string[] = []
		const fifth = errorOf(
			transaction(db, async (tx) => {
				const [one, two] = await Promise.all([errorOf(lockSessions(tx, [id])), errorOf(lockSessions(tx, [other]))])
				both.push(...[one, two].map((error) => (error instanceof Error ? error.name : 'done')))
				throw new Error('enough')
			}),
		)
		expect(await fifth).toMatchObject({ message: 'enough' })
		expect(both).toEqual(['LineFull', 'LineFull'])
		await release()
		await Promise.all(waiting)
	})
})

it('a probe of readiness sees a database that takes no writes', async () => {
	const names = await probeDatabase(db, new Date())
	expect(names.has('0019_readiness.sql')).toBe(true)
	const refused = await errorOf(db.transaction((tx) => probeDatabase(tx, new Date()), { accessMode: 'read only' }))
	expect(sqlState(refused)).toBe('25006')
})
