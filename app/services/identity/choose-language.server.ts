import type { Locale } from '#app/i18n/locale.ts'
import { lockContact, updateContact } from '#db/queries/identity/accounts.ts'
import { writeAudit } from '../audit.server.ts'
import type { VisitorActor } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

/** The language that the service also writes to this visitor in. */
export async function chooseLanguage(ctx: Ctx & { actor: VisitorActor }, language: Locale): Promise<void> {
	const { visitorId } = ctx.actor
	await transaction(ctx.db, async (tx) => {
		if ((await lockContact(tx, visitorId))?.language === language) return
		await updateContact(tx, visitorId, { language })
		await writeAudit(tx, ctx, {
			action: 'visitor.change-contact',
			subjectKind: 'visitor',
			subjectId: visitorId,
			detail: { fields: ['language'] },
		})
	})
}
