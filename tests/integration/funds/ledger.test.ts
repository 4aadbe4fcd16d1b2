import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { topUpStates, topUpSteps } from '#app/domain/funds/top-up.ts'
import { runDue } from '#app/jobs/run-due.server.ts'
import { noteFaults, verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { constraintOf, sqlState } from '#app/services/transaction.server.ts'
import { newId } from '#db/ids.ts'
import { openDatabase } from '#tests/support/database.ts'
import { clock } from '#tests/support/rows.ts'
import { type FundsSite, pay, paymentGateway, start } from './payment-gateway.ts'

// The books' own guards, whoever writes.

const { database, db, owner } = await openDatabase()
let here: FundsSite
beforeEach(async () => {
	here = await paymentGateway(owner, db)
})

async function refusedBy(write: PromiseLike<unknown>): Promise<string | null> {
	try {
		await write
		return null
	} catch (error) {
		return constraintOf(error) ?? sqlState(error) ?? String(error)
	}
}

async function credited(): Promise<string> {
	const { id, checkoutId } = await start(here)
	await pay(here, checkoutId)
	await runDue(db, clock, { work: here.work })
	return id
}

function booked(entries: readonly [account: string, ore: number][]) {
	const id = newId(clock)
	return db.transaction(async (tx) => {
		await tx.execute(sql`insert into ledger_transaction (id, kind, cause_id, prisoner_id, at)
			values (${id}, 'usage', ${newId(clock)}, ${here.prisoners[0]?.id}, ${clock.toISOString()})`)
		for (const [account, ore] of entries)
			await tx.execute(sql`insert into ledger_entry (transaction_id, account, ore) values (${id}, ${account}, ${ore})`)
	})
}

describe('a transaction', () => {
	it('sums to zero, and has two sides', async () => {
		const one = `prisoner:${here.prisoners[0]?.number}`
		expect(
			await refusedBy(
				booked([
					[one, -5],
					['phone-usage', 5],
				]),
			),
		).toBeNull()
		expect(
			await refusedBy(
				booked([
					[one, -5],
					['phone-usage', 4],
				]),
			),
		).toBe('ledger_sums_to_zero')
		expect(await refusedBy(booked([[one, -5]]))).toBe('ledger_sums_to_zero')
		expect(await refusedBy(booked([]))).toBe('ledger_sums_to_zero')
	})

	it('takes no third side afterwards', async () => {
		await credited()
		const more = db.execute(sql`insert into ledger_entry (transaction_id, account, ore)
			select id, 'disputes', 5 from ledger_transaction where prisoner_id = ${here.prisoners[0]?.id}`)
		expect(await refusedBy(more)).toBe('ledger_sums_to_zero')
	})

	it('is booked once for each cause', async () => {
		const id = await credited()
		const again = db.execute(sql`insert into ledger_transaction (id, kind, cause_id, prisoner_id, at)
			values (${newId(clock)}, 'paid', ${id}, ${here.prisoners[0]?.id}, ${clock.toISOString()})`)
		expect(await refusedBy(again)).toBe('ledger_once_for_each_cause')
	})

	it.each(['ledger_entry', 'ledger_transaction'])('is never changed or taken away: %s', async (table) => {
		await credited()
		const name = sql.identifier(table)
		const column = sql.identifier(table === 'ledger_entry' ? 'ore' : 'step')
		for (const who of [db, owner]) {
			expect(await refusedBy(who.execute(sql`update ${name} set ${column} = ${column} + 1`))).toBe('42501')
			expect(await refusedBy(who.execute(sql`delete from ${name}`))).toBe('42501')
			expect(await refusedBy(who.execute(sql`truncate ${name} cascade`))).toBe('42501')
		}
	})

	it('writes the balance by itself, which the application cannot', async () => {
		await credited()
		expect(await refusedBy(db.execute(sql`update phone_account set ore = 0`))).toBe('42501')
		expect(
			await refusedBy(db.execute(sql`insert into phone_account values ('prisoner:x', gen_random_uuid(), 1)`)),
		).toBe('42501')
	})
})

describe('a top-up and a refund', () => {
	it('has one credit of its own', async () => {
		const id = await credited()
		const again = db.execute(sql`insert into phone_credit
			(id, top_up_id, prisoner_id, ore, first, state, created_at, try_at)
			select gen_random_uuid(), id, prisoner_id, ore, true, 'due', paid_at, paid_at from top_up where id = ${id}`)
		expect(await refusedBy(again)).toBe('phone_credit_first')
	})

	it('give no more back than came', async () => {
		const id = await credited()
		const more = db.execute(
			sql`update top_up set refunded_ore = 15000, disputed_ore = 5001, state = 'disputed' where id = ${id}`,
		)
		expect(await refusedBy(more)).toBe('top_up_returns_at_most_what_was_paid')
	})

	it('keep what was agreed, and take no step that is none', async () => {
		const id = await credited()
		expect(await refusedBy(db.execute(sql`update top_up set ore = 1 where id = ${id}`))).toBe('top_up_fixed')
		expect(await refusedBy(db.execute(sql`update top_up set state = 'abandoned' where id = ${id}`))).toBe(
			'top_up_step_allowed',
		)
	})
})

it('the steps that the database lets a top-up take are those of the domain', async () => {
	for (const from of topUpStates)
		for (const to of topUpStates) {
			const [row] = await db.execute<{ allowed: boolean }>(sql`select top_up_step_allowed(${from}, ${to}) as allowed`)
			expect(row?.allowed, `${from} to ${to}`).toBe(from === to || topUpSteps[from].includes(to))
		}
})

describe('adding up anew', () => {
	const verify = () =>
		new Promise<{ code: number; said: string }>((done) => {
			const script = ['--import', 'tsx', 'worker/verify-ledger.ts']
			const env = { ...process.env, SAMVAER_ENV: 'test', DATABASE_URL: database.appUrl }
			execFile(process.execPath, script, { cwd: resolve(import.meta.dirname, '../../..'), env }, (error, out, err) =>
				done({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
			)
		})

	it('finds nothing in books that agree, and ends well', async () => {
		await credited()
		expect(await verifyLedger(db)).toEqual([])
		expect(await verify()).toEqual({ code: 0, said: 'The books agree\n' })
	})

	it('names the account and the payment that somebody has changed behind its back', async () => {
		const id = await credited()
		const number = here.prisoners[0]?.number ?? ''
		await owner.execute(sql`update phone_account set ore = ore + 1 where account = ${`prisoner:${number}`}`)
		await owner.execute(sql`update top_up set refunded_ore = 7, state = 'refunded' where id = ${id}`)
		const faults = await verifyLedger(db)
		expect(faults.map(({ subject, keptOre, addedOre }) => [subject.split(':')[0], keptOre - addedOre])).toEqual([
			['prisoner', 1],
			['top-up', -7],
		])
		// A second comparison on the same day finds nothing that is new.
		expect([await noteFaults(db, '2026-11-25', clock), await noteFaults(db, '2026-11-25', clock)]).toEqual([2, 0])
		const { code, said } = await verify()
		expect(code).toBe(1)
		expect(said).toContain(`prisoner:${number} stands at 20001 øre, and its entries add up to 20000`)
		await owner.execute(sql`update phone_account set ore = ore - 1 where account = ${`prisoner:${number}`}`)
		await owner.execute(sql`update top_up set refunded_ore = 0, state = 'credited' where id = ${id}`)
	}, 40_000)
})
