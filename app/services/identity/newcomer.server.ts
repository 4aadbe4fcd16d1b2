import { z } from 'zod'
import { sealText, unsealText } from '#app/integrations/sealing.server.ts'

const purpose = 'cookie.newcomer'
const minutesToIntroduceOneself = 30

const newcomerSchema = z.object({
	issuer: z.string(),
	subject: z.string(),
	issuerSession: z.string().nullable(),
	authenticatedAt: z.iso.datetime().transform((text) => new Date(text)),
	idToken: z.string(),
	nationalNumber: z.string(),
	givenName: z.string().nullable(),
	familyName: z.string().nullable(),
	born: z.string().nullable(),
	email: z.string().nullable(),
	returnTo: z.string(),
	until: z.number(),
})

export type Newcomer = Omit<z.infer<typeof newcomerSchema>, 'until'>

/**
 * Someone whom the issuer vouches for and whom we do not know yet. Until they have said their name there is no visitor and
 * no session; what the issuer said waits, sealed, in a cookie of theirs. Used twice it signs the same person in.
 */
export function sealNewcomer(newcomer: Newcomer, at: Date): string {
	const until = at.getTime() + minutesToIntroduceOneself * 60_000
	return sealText(JSON.stringify({ ...newcomer, until }), purpose)
}

export function openNewcomer(sealed: string | null, at: Date): Newcomer | null {
	const text = sealed === null ? null : unsealText(sealed, purpose)
	if (text === null) return null
	const { until, ...newcomer } = newcomerSchema.parse(JSON.parse(text))
	return until > at.getTime() ? newcomer : null
}
