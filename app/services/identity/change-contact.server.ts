import type { ContactForm } from '#app/forms/visitors/contact.ts'
import { type Contact, lockContact, updateContact } from '#db/queries/identity/accounts.ts'
import { writeAudit } from '../audit.server.ts'
import type { VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { fingerprint } from '../fingerprint.ts'
import { sendMissedAgain } from '../messages/send-missed-again.server.ts'
import { transaction } from '../transaction.server.ts'

export type ContactOutcome = { ok: true } | { ok: false; now: Contact }

/** Stands for what a page showed of how a visitor is reached. */
export function contactShown({ email, phone, language }: Contact): string {
	return fingerprint([email, phone, language])
}

/**
 * A visitor says how to be reached, and in what language. Where that was changed since the page showed it (`version`), nothing is
 * written and what it is now is answered; what it is already is not written again. A new address is sent what the old one missed.
 *
 * @throws ServiceError `not-found`
 */
export async function changeContact(
	ctx: Ctx & { actor: VisitorActor },
	{ version, ...form }: ContactForm,
): Promise<ContactOutcome> {
	const { visitorId } = ctx.actor
	const asked: Contact = { email: form.email ?? null, phone: form.phone ?? null, language: form.language }
	return transaction(ctx.db, async (tx): Promise<ContactOutcome> => {
		const now = await lockContact(tx, visitorId)
		if (!now) throw new ServiceError('not-found', 'The visitor is gone')
		if (contactShown(asked) === contactShown(now)) return { ok: true }
		if (version !== undefined && version !== contactShown(now)) return { ok: false, now }
		const isNewAddress = asked.email !== now.email
		await updateContact(tx, visitorId, { ...asked, ...(isNewAddress ? { emailFailedAt: null } : {}) })
		if (isNewAddress && asked.email !== null) await sendMissedAgain(tx, ctx, visitorId)
		await writeAudit(tx, ctx, {
			action: 'visitor.change-contact',
			subjectKind: 'visitor',
			subjectId: visitorId,
			detail: { fields: ['email', 'phone', 'language'] },
		})
		return { ok: true }
	})
}
