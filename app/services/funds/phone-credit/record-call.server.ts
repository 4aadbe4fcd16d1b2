import { priceOfCall } from '#app/domain/funds/phone-minutes.ts'
import { unspentOf } from '#app/domain/funds/unspent.ts'
import { newId } from '#db/ids.ts'
import { type CallRow, insertCall, selectCall } from '#db/queries/funds/calls.ts'
import { recordDiscrepancy } from '#db/queries/funds/discrepancies.ts'
import { book, selectAccountMoney } from '#db/queries/funds/ledger.ts'
import { lockMoney } from '#db/queries/funds/top-ups.ts'
import type { Key } from '#db/queries/key.ts'
import { facilityAt, selectPrisoner } from '#db/queries/prisoners.ts'
import { writeAudit } from '../../audit.server.ts'
import type { Ctx } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { policyInForce } from '../../policy.server.ts'
import { transaction } from '../../transaction.server.ts'

export interface CallInput {
	/** The phone system's own id of the call, with the system's name where several are connected. */
	callId: string
	prisoner: Key
	/** Whole minutes, begun ones counted. */
	minutes: number
	endedAt: Date
}

/**
 * Books a call that the phone system tells of, once by its id, at the price at its end of where the prisoner was then, whenever it is told. The account never
 * falls below zero for it: what it had no money for is noted, and is between the prison and its phone system.
 *
 * @throws ServiceError `not-allowed` (only the system reports calls), `not-found`, `incomplete` (no such number of minutes)
 */
export async function recordCall(ctx: Ctx, input: CallInput): Promise<CallRow> {
	if (ctx.actor.kind !== 'system') throw new ServiceError('not-allowed', 'Only the phone system tells of calls')
	const { callId, minutes, endedAt } = input
	if (!Number.isSafeInteger(minutes) || minutes < 1 || minutes > 1440)
		throw new ServiceError('incomplete', 'No such number of minutes', ['minutes'])
	return transaction(ctx.db, async (tx) => {
		const prisoner = await selectPrisoner(tx, input.prisoner)
		if (!prisoner) throw new ServiceError('not-found', 'There is no such prisoner')
		await lockMoney(tx, prisoner.id)
		const before = await selectCall(tx, callId)
		if (before) return before
		const facilityId = await facilityAt(tx, prisoner, endedAt)
		const { phoneOrePerMinute: orePerMinute } = await policyInForce(tx, facilityId, endedAt)
		const price = priceOfCall({ minutes, orePerMinute }, unspentOf(await selectAccountMoney(tx, prisoner.id)))
		const call = await insertCall(tx, {
			id: newId(ctx.now),
			callId,
			prisonerId: prisoner.id,
			facilityId,
			minutes,
			orePerMinute,
			...price,
			endedAt,
			toldAt: ctx.now,
		})
		if (price.ore > 0)
			await book(tx, { kind: 'usage', causeId: call.id, prisonerId: prisoner.id, ore: price.ore, at: ctx.now })
		if (price.uncoveredOre > 0)
			await recordDiscrepancy(
				tx,
				{
					...{ kind: 'call-uncovered', subject: callId, prisonerId: prisoner.id, facilityId },
					ledgerOre: price.uncoveredOre,
				},
				ctx.now,
			)
		await writeAudit(tx, ctx, {
			action: 'phone.call',
			facilityId,
			subjectKind: 'prisoner',
			subjectId: prisoner.id,
			detail: { call: call.id },
		})
		return call
	})
}
