import type { ContactForm } from '#app/forms/contact.ts'
import { updateContact } from '#db/queries/accounts.ts'
import { audited } from '../audit.server.ts'
import type { VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

/** A visitor says how to be reached, and in what language. */
export async function changeContact(ctx: Ctx & { actor: VisitorActor }, form: ContactForm): Promise<void> {
	const { visitorId } = ctx.actor
	await transaction(ctx.db, async (tx) => {
		await updateContact(tx, visitorId, {
			email: form.email ?? null,
			phone: form.phone ?? null,
			language: form.language,
		})
		await audited(tx, ctx, {
			action: 'visitor.change-contact',
			subjectKind: 'visitor',
			subjectId: visitorId,
			detail: { fields: ['email', 'phone', 'language'] },
		})
	})
}
