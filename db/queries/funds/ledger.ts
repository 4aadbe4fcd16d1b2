import { eq, sql } from 'drizzle-orm'
import { entriesOf, type LedgerKind } from '#app/domain/funds/ledger.ts'
import type { AccountMoney } from '#app/domain/funds/unspent.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { newId } from '#db/ids.ts'
import { ledgerEntry, ledgerTransaction, prisoner } from '#db/schema/index.ts'

export interface NewTransaction {
	kind: LedgerKind
	/** The top-up, refund, dispute or call that it is booked for. */
	causeId: string
	step?: number
	prisonerId: string
	ore: number
	at: Date
}

/** Books one transaction. The same cause a second time is refused by the database. Call it with the prisoner's money locked. */
export async function book(tx: DbOrTx, { ore, ...transaction }: NewTransaction): Promise<void> {
	const [owner] = await tx
		.select({ number: prisoner.number })
		.from(prisoner)
		.where(eq(prisoner.id, transaction.prisonerId))
	if (!owner) throw new Error('There is no such prisoner')
	const id = newId(transaction.at)
	await tx.insert(ledgerTransaction).values({ id, ...transaction })
	await tx
		.insert(ledgerEntry)
		.values(entriesOf(transaction.kind, owner.number, ore).map((entry) => ({ transactionId: id, ...entry })))
}

/** A prisoner's balance, and what of it waits to be credited. */
export async function selectAccountMoney(db: DbOrTx, prisonerId: string): Promise<AccountMoney> {
	const [row] = await db.execute<{ balance: string; waiting: string }>(sql`
		select coalesce((select ore from phone_account where prisoner_id = ${prisonerId}::uuid), 0)::text as balance,
			(select coalesce(sum(ore - refunded_ore - disputed_ore), 0) from top_up
			where prisoner_id = ${prisonerId}::uuid and paid_at is not null and credited_at is null)::text as waiting`)
	return { balanceOre: Number(row?.balance ?? 0), waitingOre: Number(row?.waiting ?? 0) }
}

export interface LedgerFault {
	kind: 'balance-differs' | 'sum-differs'
	/** The account, or the transaction. */
	subject: string
	prisonerId: string | null
	/** What stands there, and what the entries add up to. */
	keptOre: number
	addedOre: number
}

/** Adds up all the books anew and answers everything in them that does not agree; nothing when all does. */
export async function selectLedgerFaults(db: DbOrTx): Promise<LedgerFault[]> {
	const rows = await db.execute<{
		kind: LedgerFault['kind']
		subject: string
		prisoner_id: string | null
		kept: string
		added: string
	}>(sql`
		select 'balance-differs' as kind, coalesce(a.account, e.account) as subject, a.prisoner_id,
			coalesce(a.ore, 0)::text as kept, coalesce(e.ore, 0)::text as added
		from phone_account a full join
			(select account, sum(ore) as ore from ledger_entry where account like 'prisoner:%' group by account) e using (account)
		where coalesce(a.ore, 0) <> coalesce(e.ore, 0)
		union all
		select 'sum-differs', t.id::text, t.prisoner_id, '0', coalesce(sum(e.ore), 0)::text
		from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id
		group by t.id having count(e.ore) < 2 or sum(e.ore) <> 0
		union all
		-- What the books say of a payment, against what its own row says.
		select 'balance-differs', 'top-up:' || t.ref, t.prisoner_id, (t.ore - t.refunded_ore - t.disputed_ore)::text,
			coalesce(b.ore, 0)::text
		from top_up t left join (
			select cause.top_up_id, sum(e.ore) as ore from (
				select id as top_up_id, id from top_up
				union all select top_up_id, id from refund
				union all select top_up_id, id from dispute) cause
			join ledger_transaction l on l.cause_id = cause.id and l.kind <> 'usage'
			join ledger_entry e on e.transaction_id = l.id and e.account like 'prisoner:%'
			group by cause.top_up_id) b on b.top_up_id = t.id
		where coalesce(b.ore, 0) <> case when t.paid_at is null then 0 else t.ore - t.refunded_ore - t.disputed_ore end
		order by 1, 2`)
	return rows.map((row) => ({
		kind: row.kind,
		subject: row.subject,
		prisonerId: row.prisoner_id,
		keptOre: Number(row.kept),
		addedOre: Number(row.added),
	}))
}
