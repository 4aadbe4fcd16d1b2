import { selectFacilitiesOf } from '#db/queries/facilities.ts'
import { findOfficerByAccount } from '#db/queries/identity/accounts.ts'
import { selectSessionFacility } from '#db/queries/identity/web-sessions.ts'
import { transaction } from '../transaction.server.ts'
import type { NobodyCtx, ReturnAddress } from './nobody.ts'
import { openSession } from './open-session.server.ts'
import { type Callback, receiveIdentity, refuse, type SignInRefusal } from './receive-identity.server.ts'

export type FinishedStaffSignIn =
	| { outcome: 'signed-in'; token: string; returnTo: string }
	| { outcome: 'refused'; reason: SignInRefusal }

/**
 * Signs an officer in: one who is registered, active and has a role somewhere. They go on in the facility of this browser's
 * former session, where that was theirs too; else they begin in the first of their facilities.
 */
export async function finishStaffSignIn(
	ctx: NobodyCtx & ReturnAddress,
	input: Callback & { formerToken: string | null },
): Promise<FinishedStaffSignIn> {
	const received = await receiveIdentity(ctx, 'staff', input)
	if (received.outcome === 'refused') return received
	const { identity, returnTo } = received
	const officer = await findOfficerByAccount(ctx.db, identity)
	if (!officer) return refuse(ctx, 'staff', 'no-access')
	const facilities = officer.active ? await selectFacilitiesOf(ctx.db, officer.grants) : []
	const former = input.formerToken && (await selectSessionFacility(ctx.db, input.formerToken, officer.id))
	const facility = facilities.find(({ id }) => id === former) ?? facilities[0]
	if (!facility) return refuse(ctx, 'staff', 'no-access', { kind: 'officer', id: officer.id })

	const { id: officerId, grants } = officer
	const actor = { kind: 'officer', officerId, facilityId: facility.id, grants } as const
	const token = await transaction(ctx.db, (tx) => openSession(tx, ctx, actor, { ...input, identity }))
	return { outcome: 'signed-in', token, returnTo }
}
