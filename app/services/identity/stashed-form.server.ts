import { z } from 'zod'
import { sealText, unsealText } from '#app/integrations/sealing.server.ts'

const minutesToSignInAgain = 15
/** What a cookie holds, with what the sealing adds. */
const longest = 2_000

const typedSchema = z.object({ fields: z.record(z.string(), z.string()), until: z.number() })

/** Whom the form was rendered for, and on which page: for anyone and anywhere else it does not open. */
export interface StashScope {
	formContext: string
	/** The page's own address. */
	path: string
}

/** What was typed into a form that asks to sign in again first, to be kept by the officer's own browser; null for too much. */
export function sealStashedForm(fields: Readonly<Record<string, string>>, where: StashScope, at: Date): string | null {
	const text = JSON.stringify({ fields, until: at.getTime() + minutesToSignInAgain * 60_000 })
	return Buffer.byteLength(text) > longest ? null : sealText(text, boundTo(where))
}

export function openStashedForm(sealed: string, where: StashScope, at: Date): Record<string, string> | null {
	const text = unsealText(sealed, boundTo(where))
	if (text === null) return null
	const { fields, until } = typedSchema.parse(JSON.parse(text))
	return until > at.getTime() ? fields : null
}

const boundTo = ({ formContext, path }: StashScope) => `cookie.typed ${formContext} ${path}`
