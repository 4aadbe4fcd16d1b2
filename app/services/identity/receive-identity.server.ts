import { AnswerNotVerified, completeSignIn, type Identity, SignInDeclined } from '#app/integrations/oidc.server.ts'
import { IssuerUnavailable } from '#app/integrations/oidc-discovery.server.ts'
import { takeSignIn } from '#db/queries/identity/sign-ins.ts'
import type { AccountKind } from '#db/schema/index.ts'
import { writeAudit } from '../audit.server.ts'
import { asSystem, type NobodyCtx, type ReturnAddress } from './nobody.ts'
import { callbackPath } from './start-sign-in.server.ts'

/**
 * Why nobody is signed in. `stale`: the sign-in was not begun in this browser, took too long, or was finished already.
 * `declined`: the person turned back. `level`: they did not show who they are well enough. `number`: there is no usable
 * national number. `taken`: the number belongs to another account. `no-access`: not an officer with a role here.
 */
export type SignInRefusal =
	| 'stale'
	| 'declined'
	| 'unavailable'
	| 'not-verified'
	| 'level'
	| 'number'
	| 'taken'
	| 'no-access'

export interface Callback {
	/** What the issuer sent along, with its question mark. */
	search: string
	/** The browser's own secret, from its cookie; null when it has none. */
	browser: string | null
	/** The machine's time. */
	at: Date
	/** Is told which claims of the issuer's could not be used, by name. */
	onIgnoredClaims: (names: readonly string[]) => void
}

export type ReceivedIdentity =
	| { outcome: 'received'; identity: Identity; returnTo: string }
	| { outcome: 'refused'; reason: SignInRefusal }

/** Takes the sign-in under way out of the table, so that it serves once, and has the issuer's answer checked against it. */
export async function receiveIdentity(
	ctx: NobodyCtx & ReturnAddress,
	kind: AccountKind,
	callback: Callback,
): Promise<ReceivedIdentity> {
	const state = new URLSearchParams(callback.search).get('state')
	// Anybody can come here with nothing under way, as often as they like: that is no event of the trail.
	if (!state || !callback.browser) return { outcome: 'refused', reason: 'stale' }
	const underWay = await takeSignIn(ctx.db, kind, { state, browser: callback.browser }, callback.at)
	if (!underWay) return { outcome: 'refused', reason: 'stale' }
	try {
		const address = new URL(`${callbackPath[kind]}${callback.search}`, ctx.publicOrigin)
		const identity = await completeSignIn(kind, address, { state, ...underWay })
		if (identity.ignoredClaims.length > 0) callback.onIgnoredClaims(identity.ignoredClaims)
		return { outcome: 'received', identity, returnTo: underWay.returnTo }
	} catch (error) {
		if (error instanceof IssuerUnavailable) return refuse(ctx, kind, 'unavailable')
		if (error instanceof SignInDeclined) return refuse(ctx, kind, 'declined')
		if (error instanceof AnswerNotVerified) return refuse(ctx, kind, 'not-verified')
		throw error
	}
}

/** Every refusal of a sign-in that was under way leaves a row in the audit trail. */
export async function refuse(
	ctx: NobodyCtx,
	kind: AccountKind,
	reason: SignInRefusal,
	subject: { kind: 'visitor' | 'officer'; id: string } | null = null,
): Promise<{ outcome: 'refused'; reason: SignInRefusal }> {
	await writeAudit(ctx.db, asSystem(ctx), {
		action: 'sign-in.refuse',
		subjectKind: subject?.kind ?? 'sign-in',
		subjectId: subject?.id ?? null,
		detail: { kind, reason },
	})
	return { outcome: 'refused', reason }
}
