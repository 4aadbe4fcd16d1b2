import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { sealText, unsealText } from '#app/integrations/sealing.server.ts'

const minutesToSignInAgain = 15
/** What a cookie holds: some 3,000 letters of a plain text. */
const longest = 3_700
/** More is no form of ours: what is opened is ours, but what was sealed came from a browser. */
const mostFields = 300

const stashSchema = z.object({ fields: z.record(z.string(), z.array(z.string())), until: z.number() })

/** The values of each field, and of the button that was pressed. */
export type StashedFields = Readonly<Record<string, readonly string[]>>

/** Whom the form was rendered for, and on which page: for anyone and anywhere else it does not open. */
export interface StashScope {
	formContext: string
	/** The page's own address. */
	path: string
}

/** What was typed into a form whose sender has to sign in first, to be kept by their own browser; null for too much. */
export function sealStashedForm(fields: StashedFields, where: StashScope, at: Date): string | null {
	if (Object.keys(fields).length > mostFields) return null
	const text = JSON.stringify({ fields, until: at.getTime() + minutesToSignInAgain * 60_000 })
	const sealed = sealText(deflateRawSync(text).toString('base64'), boundTo(where))
	return sealed.length > longest ? null : sealed
}

export function openStashedForm(sealed: string, where: StashScope, at: Date): StashedFields | null {
	const packed = unsealText(sealed, boundTo(where))
	if (packed === null) return null
	const text = inflateRawSync(Buffer.from(packed, 'base64')).toString()
	const { fields, until } = stashSchema.parse(JSON.parse(text))
	return until > at.getTime() ? fields : null
}

const boundTo = ({ formContext, path }: StashScope) => `cookie.typed ${formContext} ${path}`
