import type { Locale } from '#app/i18n/locale.ts'
import type { Identity } from '#app/integrations/oidc.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import {
	adoptVisitor,
	findVisitorByAccount,
	findVisitorByNumber,
	setNationalNumber,
	type VisitorAccount,
} from '#db/queries/identity/accounts.ts'
import { writeAudit } from '../audit.server.ts'
import { transaction } from '../transaction.server.ts'
import { markPerson } from './compare-person.server.ts'
import { isNationalNumber, nationalNumberIndex, sealNationalNumber } from './national-number.server.ts'
import { storeNewcomer } from './newcomer.server.ts'
import { asSystem, type NobodyCtx, type ReturnAddress } from './nobody.ts'
import { openSession } from './open-session.server.ts'
import { type Callback, receiveIdentity, refuse, type SignInRefusal } from './receive-identity.server.ts'
import { familyLevel } from './start-sign-in.server.ts'

export type FinishedFamilySignIn =
	| { outcome: 'signed-in'; token: string; returnTo: string; language: Locale }
	/** Nobody we know: the token by which the page that asks for their name finds who they are. */
	| { outcome: 'newcomer'; newcomer: string }
	| { outcome: 'refused'; reason: SignInRefusal }

/**
 * Signs a family member in. The account is the issuer's name for the person; at the first sign-in someone whom officers
 * have kept on paper is found by their national number and becomes its owner.
 */
export async function finishFamilySignIn(
	ctx: NobodyCtx & ReturnAddress,
	input: Callback & { formerToken: string | null },
): Promise<FinishedFamilySignIn> {
	const received = await receiveIdentity(ctx, 'family', input)
	if (received.outcome === 'refused') return received
	const { identity, returnTo } = received
	if (identity.level !== familyLevel) return refuse(ctx, 'family', 'level')
	const { nationalNumber } = identity
	if (nationalNumber === null || !isNationalNumber(nationalNumber)) return refuse(ctx, 'family', 'number')

	const found = await transaction(ctx.db, async (tx) => {
		const visitor = await findOrAdopt(tx, ctx, identity, nationalNumber)
		if (visitor === null || visitor === 'taken') return visitor
		await markPerson(tx, ctx, visitor, { ...identity, nationalNumber })
		const actor = { kind: 'visitor', visitorId: visitor.id } as const
		const token = await openSession(tx, ctx, actor, { ...input, identity })
		return { token, language: visitor.language }
	})
	if (found === 'taken') return refuse(ctx, 'family', 'taken')
	if (found === null) {
		const newcomer = await storeNewcomer(ctx.db, { ...identity, nationalNumber, returnTo }, input.at)
		return { outcome: 'newcomer', newcomer }
	}
	return { outcome: 'signed-in', returnTo, ...found }
}

async function findOrAdopt(
	tx: DbOrTx,
	ctx: NobodyCtx,
	identity: Identity,
	number: string,
): Promise<VisitorAccount | 'taken' | null> {
	const known = await findVisitorByAccount(tx, identity)
	const pidIndex = nationalNumberIndex(number)
	if (known?.pidIndex?.equals(pidIndex)) return known
	const sameNumber = await findVisitorByNumber(tx, pidIndex)
	if (known) {
		// A D-number that has become a birth number: the account stays, the number follows.
		if (sameNumber) return 'taken'
		await setNationalNumber(tx, known.id, sealNationalNumber(known.id, number))
		return known
	}
	if (!sameNumber) return null
	if (!(await adoptVisitor(tx, sameNumber.id, { issuer: identity.issuer, subject: identity.subject }))) return 'taken'
	await writeAudit(tx, asSystem(ctx), { action: 'account.adopt', subjectKind: 'visitor', subjectId: sameNumber.id })
	return sameNumber
}
