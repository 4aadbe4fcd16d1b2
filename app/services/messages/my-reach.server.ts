import { type MailReach, mailReach } from '#app/domain/messages/delivery.ts'
import { selectVisitor } from '#db/queries/visitors.ts'
import type { VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'

export interface MyReach {
	reach: MailReach
	email: string | null
}

/** Whether e-mail reaches the signed-in visitor: pages say how they will hear where it does not. */
export async function myReach(ctx: Ctx & { actor: VisitorActor }): Promise<MyReach> {
	const me = await selectVisitor(ctx.db, ctx.actor.visitorId)
	return me ? { reach: mailReach(me), email: me.email } : { reach: 'none', email: null }
}
