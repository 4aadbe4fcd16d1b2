import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sealText, unsealText } from '#app/integrations/sealing.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { insertNewcomer, selectNewcomer } from '#db/queries/newcomers.ts'

const purpose = 'newcomer'
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
})

export type Newcomer = z.infer<typeof newcomerSchema>

/**
 * Someone whom the issuer vouches for and whom we do not know yet. Until they have said their name there is no visitor and
 * no session; what the issuer said waits sealed, however much it is. Returns the token for the cookie.
 */
export async function storeNewcomer(db: DbOrTx, newcomer: Newcomer, at: Date): Promise<string> {
	const token = randomBytes(32).toString('base64url')
	const expiresAt = new Date(at.getTime() + minutesToIntroduceOneself * 60_000)
	await insertNewcomer(db, token, sealText(JSON.stringify(newcomer), purpose), expiresAt)
	return token
}

/** Null when the token is unknown, too old or spent. */
export async function findNewcomer(db: DbOrTx, token: string | null, at: Date): Promise<Newcomer | null> {
	const sealed = token === null ? null : await selectNewcomer(db, token, at)
	const text = sealed === null ? null : unsealText(sealed, purpose)
	return text === null ? null : newcomerSchema.parse(JSON.parse(text))
}
