import { foldedName } from '#app/domain/fold-name.ts'
import type { WelcomeForm } from '#app/forms/visitors/welcome.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { newId, newRef } from '#db/ids.ts'
import { findVisitorByAccount, findVisitorByNumber, insertVisitor } from '#db/queries/identity/accounts.ts'
import { spendNewcomer } from '#db/queries/newcomers.ts'
import { writeAudit } from '../audit.server.ts'
import { transaction } from '../transaction.server.ts'
import { comparePerson } from './compare-person.server.ts'
import { nationalNumberIndex, sealNationalNumber } from './national-number.server.ts'
import { findNewcomer } from './newcomer.server.ts'
import { asSystem, type NobodyCtx } from './nobody.ts'
import { openSession } from './open-session.server.ts'

export interface RegisterVisitor {
	/** The newcomer's token, from its cookie. */
	newcomerToken: string | null
	form: WelcomeForm
	locale: Locale
	formerToken: string | null
	/** The machine's time. */
	at: Date
}

export type RegisteredVisitor =
	| { outcome: 'signed-in'; token: string; returnTo: string }
	/** The introduction took too long or is over, or the number has been taken meanwhile. */
	| { outcome: 'gone' }
	/** Neither the issuer nor the national number has the birth date that was typed. */
	| { outcome: 'birth-date-differs' }

/** Makes a visitor of someone who has said their name, and signs them in. */
export async function registerVisitor(ctx: NobodyCtx, input: RegisterVisitor): Promise<RegisteredVisitor> {
	const { form, newcomerToken, at } = input
	return transaction(ctx.db, async (tx): Promise<RegisteredVisitor> => {
		const newcomer = await findNewcomer(tx, newcomerToken, at)
		if (newcomer === null || newcomerToken === null) return { outcome: 'gone' }
		const known = await findVisitorByAccount(tx, newcomer)
		if (!known && (await findVisitorByNumber(tx, nationalNumberIndex(newcomer.nationalNumber))))
			return { outcome: 'gone' }
		const visitorId = known?.id ?? newId(ctx.now)
		const actor = { kind: 'visitor', visitorId } as const
		if (!known) {
			const { refused, ...comparison } = comparePerson({ ...form, birthDateSource: 'typed' }, newcomer)
			if (refused) {
				const about = { subjectKind: 'sign-in', subjectId: null, detail: { reason: 'birth-date-differs' } } as const
				await writeAudit(tx, asSystem(ctx), { action: 'visitor.register-refused', ...about })
				return { outcome: 'birth-date-differs' }
			}
			await insertVisitor(tx, {
				id: visitorId,
				ref: newRef(),
				givenName: form.givenName,
				familyName: form.familyName,
				foldedName: foldedName(form),
				born: form.born,
				...comparison,
				issuer: newcomer.issuer,
				subject: newcomer.subject,
				...sealNationalNumber(visitorId, newcomer.nationalNumber),
				email: form.email ?? null,
				phone: form.phone ?? null,
				language: input.locale,
			})
			await writeAudit(
				tx,
				{ ...ctx, actor },
				{
					action: 'visitor.register',
					subjectKind: 'visitor',
					subjectId: visitorId,
					detail: { birthDate: comparison.birthDateComparison, name: comparison.nameComparison },
				},
			)
		}
		await spendNewcomer(tx, newcomerToken, at)
		const token = await openSession(tx, ctx, actor, { ...input, identity: newcomer })
		return { outcome: 'signed-in', token, returnTo: newcomer.returnTo }
	})
}
