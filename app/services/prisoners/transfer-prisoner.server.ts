import type { SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import type { Key } from '#db/queries/key.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'
import { prisonerUnderLock } from './prisoner-under-lock.server.ts'
import { type PrisonerChanged, type PrisonerEvent, recordEvents } from './record-events.server.ts'

export interface Destination {
	/** The facility's id. */
	to: string
	unit: string
	/** As before when left out. */
	securityLevel?: SecurityLevel
}

export interface TransferInput extends Destination {
	prisoner: Key
}

/**
 * A prisoner is now in another facility, or in another unit of the same. Permits stay as they are; the visits booked where the
 * prisoner was come under review, and those that the transfer before had brought under review are free again when it leads back.
 *
 * @throws ServiceError `not-found`, `not-allowed` (not an officer of where the prisoner was), `incomplete` (no such unit there)
 */
export async function transferPrisoner(ctx: Ctx, { prisoner, ...input }: TransferInput): Promise<PrisonerChanged> {
	return transaction(ctx.db, async (tx) => {
		const before = await prisonerUnderLock(tx, ctx, prisoner, 'register-events')
		return recordEvents(tx, ctx, before, [transferEvent(before, input)])
	})
}

export function transferEvent(before: PrisonerRow, destination: Destination): PrisonerEvent {
	const { to: facilityId, unit, securityLevel = before.securityLevel } = destination
	const fields = destination.securityLevel ? ['unit', 'securityLevel'] : ['unit']
	return {
		action: 'prisoner.transfer',
		detail: { from: before.facilityId, to: facilityId, fields },
		change: { facilityId, unit, securityLevel },
		// The unit and the level are asked about too: of visits still booked where the prisoner comes back to.
		causes: ['prisoner-transferred', 'unit-changed', 'security-level-changed'],
	}
}
