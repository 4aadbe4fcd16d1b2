import { foldName } from '#app/domain/applications/matching.ts'
import type { WelcomeForm } from '#app/forms/welcome.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { newId, newRef } from '#db/ids.ts'
import { findVisitorByAccount, findVisitorByNumber, insertVisitor } from '#db/queries/accounts.ts'
import { audited } from '../audit.server.ts'
import { transaction } from '../transaction.server.ts'
import { nationalNumberIndex, sealNationalNumber } from './national-number.server.ts'
import type { Newcomer } from './newcomer.server.ts'
import type { NobodyCtx } from './nobody.ts'
import { openSession } from './open-session.server.ts'

export interface RegisterVisitor {
	newcomer: Newcomer
	form: WelcomeForm
	locale: Locale
	formerToken: string | null
	/** The machine's time. */
	at: Date
}

/** Makes a visitor of someone who has said their name, and signs them in. Null when the number has been taken meanwhile. */
export async function registerVisitor(ctx: NobodyCtx, input: RegisterVisitor): Promise<string | null> {
	const { newcomer, form } = input
	return transaction(ctx.db, async (tx) => {
		const known = await findVisitorByAccount(tx, newcomer)
		if (!known && (await findVisitorByNumber(tx, nationalNumberIndex(newcomer.nationalNumber)))) return null
		const visitorId = known?.id ?? newId(ctx.now)
		const actor = { kind: 'visitor', visitorId } as const
		if (!known) {
			await insertVisitor(tx, {
				id: visitorId,
				ref: newRef(),
				givenName: form.givenName,
				familyName: form.familyName,
				foldedName: `${foldName(form.givenName)} ${foldName(form.familyName)}`,
				born: form.born,
				issuer: newcomer.issuer,
				subject: newcomer.subject,
				...sealNationalNumber(visitorId, newcomer.nationalNumber),
				email: form.email ?? null,
				phone: form.phone ?? null,
				language: input.locale,
			})
			await audited(tx, { ...ctx, actor }, { action: 'visitor.register', subjectKind: 'visitor', subjectId: visitorId })
		}
		return openSession(tx, ctx, actor, { ...input, identity: newcomer })
	})
}
