import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'
import type { Issuer } from './issuers.ts'

const extraClaims = z.record(z.string(), z.record(z.string(), z.unknown()))

/** By the person's id: what the ID token says beside the usual, or instead of it. */
export type ExtraClaims = z.infer<typeof extraClaims>

/** The claims of OpenID Connect that are about a person. Others are known if they were named when the sandbox started. */
const standard = [
	...['name', 'given_name', 'family_name', 'middle_name', 'birthdate', 'email', 'email_verified', 'phone_number'],
	...['locale', 'zoneinfo', 'gender', 'address', 'updated_at'],
]

/** Reads the file at each call, so that it may be changed while the sandbox runs. No file is no extra claims. */
export function claimsFile(path: string): () => ExtraClaims {
	return () => {
		const text = textOf(path)
		return text === null ? {} : extraClaims.parse(JSON.parse(text))
	}
}

function textOf(path: string): string | null {
	try {
		return readFileSync(path, 'utf8')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
		throw error
	}
}

export function describe(issuer: Issuer, person: DemoPerson, extra: ExtraClaims): ReturnType<Issuer['describe']> {
	const { sub = issuer.describe(person).sub, ...rest } = extra[person.id] ?? {}
	return { ...issuer.describe(person), ...rest, sub: String(sub) }
}

/** The names of the claims that an issuer's tokens may carry. */
export function claimNames(issuer: Issuer, extra: ExtraClaims): string[] {
	return [...new Set([...issuer.claims, ...standard, ...Object.values(extra).flatMap(Object.keys)])]
}
