import type { Locale } from '#app/i18n/locale.ts'
import { beginSignIn } from '#app/integrations/oidc.server.ts'
import { IssuerUnavailable } from '#app/integrations/oidc-discovery.server.ts'
import { paths } from '#app/paths.ts'
import { insertSignIn } from '#db/queries/identity/sign-ins.ts'
import type { AccountKind } from '#db/schema/index.ts'
import type { NobodyCtx, ReturnAddress } from './nobody.ts'
import { signInState } from './sign-in-state.server.ts'

/** Families show who they are at the highest level, by ID-porten's name for it. */
export const familyLevel = 'idporten-loa-high'

/** A sensitive action wants a sign-in of the last five minutes. */
export const stepUpSeconds = 300

const lifeOfASignIn = 10 * 60_000

export const callbackPath: Readonly<Record<AccountKind, string>> = {
	family: paths.signInCallback(),
	staff: paths.staff.signInCallback(),
}

export interface StartSignIn {
	kind: AccountKind
	/** Where the person wanted to go; checked already. */
	returnTo: string
	/** The person must prove again who they are, whatever session the issuer has. */
	again: boolean
	locale: Locale
	/** The browser's own secret, from its cookie. */
	browser: string
	/** The machine's time. */
	at: Date
}

export type StartedSignIn = { outcome: 'go'; url: string } | { outcome: 'unavailable' }

/** Remembers that a sign-in is under way and says where to send the browser. */
export async function startSignIn(ctx: NobodyCtx & ReturnAddress, input: StartSignIn): Promise<StartedSignIn> {
	const maxAge = input.again ? stepUpSeconds : null
	try {
		const { url, state, nonce, codeVerifier } = await beginSignIn(input.kind, {
			redirectUri: `${ctx.publicOrigin}${callbackPath[input.kind]}`,
			language: input.locale,
			level: input.kind === 'family' ? familyLevel : null,
			maxAge,
			stateOf: (random) => signInState(input.kind, random, input.returnTo),
		})
		await insertSignIn(
			ctx.db,
			input.kind,
			{ state, browser: input.browser },
			{ nonce, codeVerifier, returnTo: input.returnTo, maxAge },
			new Date(input.at.getTime() + lifeOfASignIn),
		)
		return { outcome: 'go', url: url.href }
	} catch (error) {
		if (error instanceof IssuerUnavailable) return { outcome: 'unavailable' }
		throw error
	}
}
