import { eq, inArray, sql } from 'drizzle-orm'
import { verifyLedger } from '#app/services/funds/reconciliation/verify-ledger.server.ts'
import { ledgerEntry, prisoner } from '#db/schema/index.ts'
import type { Fixture } from '../fixture/fixture.ts'
import { toRef } from '../parse/fields.ts'
import { difference, joined } from './compare.ts'

/** What stands on the accounts that are named, in whole øre; one without entries has 0. */
export async function ledger(fixture: Fixture, wanted: Readonly<Record<string, number>>): Promise<string | null> {
	const parts: (string | null)[] = []
	for (const [account, ore] of Object.entries(wanted)) {
		const came = account === 'sum' ? await sumOf(fixture) : await standsOn(fixture, account)
		parts.push(difference(`ledger ${account}`, String(ore), String(came)))
	}
	return joined(parts)
}

/** The books agree with themselves: looked at after every step of a scenario in which money moved. */
export async function books(fixture: Fixture): Promise<string | null> {
	if (fixture.stripe.checkouts.size === 0) return null
	const faults = await verifyLedger(fixture.owner)
	const words = faults.map((one) => `${one.kind} ${one.subject}: ${one.keptOre} kept, ${one.addedOre} added up`)
	const sum = await sumOf(fixture)
	return joined([...words, sum === 0 ? null : `the ledger sums to ${sum}`])
}

async function sumOf({ owner }: Fixture): Promise<number> {
	const [row] = await owner.select({ ore: sql<string>`coalesce(sum(${ledgerEntry.ore}), 0)` }).from(ledgerEntry)
	return Number(row?.ore)
}

/** `prisoner:P1` is by the label of the file, or by the prisoner's number. */
async function standsOn(fixture: Fixture, account: string): Promise<number> {
	const label = /^prisoner:(.+)$/.exec(account)?.[1]
	const id = label === undefined ? null : fixture.labels.find(toRef('prisoner', label))
	const [found] = id === null ? [] : await fixture.owner.select().from(prisoner).where(eq(prisoner.id, id))
	const names = found ? [account, `prisoner:${found.number}`] : [account]
	const [row] = await fixture.owner
		.select({ ore: sql<string>`coalesce(sum(${ledgerEntry.ore}), 0)` })
		.from(ledgerEntry)
		.where(inArray(ledgerEntry.account, names))
	return Number(row?.ore)
}
