import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { sealText, unsealText } from '#app/integrations/sealing.server.ts'

/**
 * Returns the state that a sign-in is begun with. It carries, sealed, the page that was asked for: where the attempt comes to
 * nothing (it took too long, its cookie is gone, the person turned back), the next attempt leads there all the same. What lets
 * anybody in is the state together with the browser's secret; this alone opens nothing.
 *
 * @param random unguessable, from the protocol's library
 */
export function signInState(kind: AccountKind, random: string, returnTo: string): string {
	return `${random}~${sealText(returnTo, boundTo(kind))}`
}

/** The page that was asked for when a sign-in with this state was begun; null for a state that is not ours. */
export function returnToIn(kind: AccountKind, state: string | null): string | null {
	const [, sealed] = state?.split('~') ?? []
	return sealed === undefined ? null : unsealText(sealed, boundTo(kind))
}

const boundTo = (kind: AccountKind) => `sign-in.return-to ${kind}`
