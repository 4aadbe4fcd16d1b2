import { z } from 'zod'

/** What a sign-in stands on: without these, or with odd ones, nobody is signed in. */
const required = z.object({
	iss: z.string(),
	sub: z.string().min(1),
	iat: z.number(),
	acr: z.string().optional(),
	pid: z.string().optional(),
})

const name = z.string().trim().min(1).max(200)

/** What an issuer may add, each read by itself: an odd one is ignored, for it is no reason to keep somebody out. */
const optional = {
	auth_time: z.number(),
	sid: z.string().min(1).max(500),
	given_name: name,
	family_name: name,
	// OpenID Connect lets an issuer leave out the year, or all but it: neither is a date to compare.
	birthdate: z.iso.date().refine((date) => date >= '1850-01-01'),
	// Its domain may be written in letters of its own.
	email: z
		.string()
		.trim()
		.max(254)
		.regex(/^[\w.!#$%&'*+/=?^`{|}~-]+@[\p{L}\p{M}\p{N}.-]+\.[\p{L}\p{M}\p{N}-]{2,}$/u),
}

type OptionalClaims = { [Claim in keyof typeof optional]: z.output<(typeof optional)[Claim]> | null }

export interface ReadClaims extends z.output<typeof required>, OptionalClaims {
	/** The names of the claims that were there and could not be used. */
	ignored: string[]
}

/** Reads the claims of a verified ID token. @throws ZodError when one that a sign-in stands on is missing or odd */
export function readClaims(claims: Readonly<Record<string, unknown>>): ReadClaims {
	const sure = required.parse(claims)
	const ignored: string[] = []
	const read = <Value>(claim: keyof typeof optional, schema: z.ZodType<Value>): Value | null => {
		if (claims[claim] === undefined) return null
		const parsed = schema.safeParse(claims[claim])
		if (!parsed.success) ignored.push(claim)
		return parsed.success ? parsed.data : null
	}
	const known = {
		auth_time: read('auth_time', optional.auth_time),
		sid: read('sid', optional.sid),
		given_name: read('given_name', optional.given_name),
		family_name: read('family_name', optional.family_name),
		birthdate: read('birthdate', optional.birthdate),
		email: read('email', optional.email),
	}
	return { ...sure, ...known, ignored }
}
