import { isMissed, type Undelivered } from '#app/domain/messages/delivery.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { lockContact } from '#db/queries/identity/accounts.ts'
import { markEmailFailed } from '#db/queries/messages/addresses.ts'
import { type LeasedMessage, markFailed, markUndelivered } from '#db/queries/messages/queue.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

interface Ending {
	undelivered: Undelivered
	error?: string
	/** Where it was sent to; left out, there was no address. */
	address?: string
	/** Whether it was the address that took no mail. */
	atAddress?: boolean
}

/** Ends a message that is not delivered, with a trace. Where the reader has a new address meanwhile, it is tried there instead. */
export async function endUndelivered(ctx: Ctx, lease: LeasedMessage, ending: Ending): Promise<void> {
	await transaction(ctx.db, (tx) => end(tx, ctx, lease, ending))
}

async function end(
	tx: DbOrTx,
	ctx: Ctx,
	lease: LeasedMessage,
	{ undelivered, error = undelivered, address, atAddress = false }: Ending,
): Promise<void> {
	if (isMissed(undelivered)) {
		// Taken before the message, as a change of the address does.
		const contact = await lockContact(tx, lease.toVisitorId)
		const isNewAddress = contact !== null && contact.email !== null && contact.email !== (address ?? null)
		const wasTried = undelivered === 'no-address' || address !== undefined
		if (isNewAddress && wasTried) return markFailed(tx, lease, { error, retryAt: ctx.now })
	}
	if (!(await markUndelivered(tx, lease, { undelivered, error, now: ctx.now }))) return
	if (atAddress && address !== undefined) await markEmailFailed(tx, lease.toVisitorId, address, ctx.now)
	await writeAudit(tx, ctx, {
		action: 'message.not-mailed',
		subjectKind: 'message',
		subjectId: lease.id,
		detail: { kind: lease.kind, why: undelivered },
	})
}
