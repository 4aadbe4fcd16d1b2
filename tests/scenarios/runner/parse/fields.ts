import { z } from 'zod'
import { instantOf } from '#app/domain/calendar/oslo.ts'

/** Who acts where the prisoner's own word is recorded by an officer. */
export const thePrisoner = 'prisoner'

/** What a label can name. `party` is a visitor, or the prisoner whose word an officer records. `actor` is who does a step: a visitor or an officer. `order` is whatever `lift` ends. */
export type Kind =
	| 'facility'
	| 'prisoner'
	| 'visitor'
	| 'officer'
	| 'actor'
	| 'party'
	| 'session'
	| 'template'
	| 'room'
	| 'booking'
	| 'entry'
	| 'application'
	| 'decision'
	| 'hearing'
	| 'permit'
	| 'order'
	| 'topUp'

/** A label, with the kind of thing that must stand behind it. */
export interface Ref<K extends Kind = Kind> {
	kind: K
	label: string
}

export function isRef(value: unknown): value is Ref {
	return typeof value === 'object' && value !== null && 'kind' in value && 'label' in value
}

export const toRef = <K extends Kind>(kind: K, label: string): Ref<K> => ({ kind, label })

/** An author's own name for something. */
export const label = z.union([z.string().min(1), z.number()], { error: 'is not a label' }).transform(String)

export const ref = <K extends Kind>(kind: K) => label.transform((name) => toRef(kind, name))

/** A map from labels of a kind. */
export const refMap = <K extends Kind, T>(kind: K, value: z.ZodType<T>) =>
	z
		.record(z.string(), value)
		.transform(
			(map): ReadonlyMap<Ref<K>, T> => new Map(Object.entries(map).map(([name, held]) => [toRef(kind, name), held])),
		)

/** What a bare `X:` stands for: everything by default. */
export const orEmpty = <T extends z.ZodType>(schema: T) => z.preprocess((value) => value ?? {}, schema)

/** A word such as `all` or `none`, or no value at all, for null. */
export const orWord = <T extends z.ZodType>(word: string, schema: T) =>
	z.preprocess((value) => (value === word ? null : value), schema.nullable())

export const text = z.union([z.string(), z.number()], { error: 'is not a text' }).transform(String)

/** A calendar date. */
export const date = z
	.string({ error: 'is not a date such as 2026-11-26' })
	.refine(isDate, 'is not a date such as 2026-11-26')

function isDate(value: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
	const parsed = new Date(`${value}T00:00:00Z`)
	return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}

const notATime = 'is not a time such as 2026-11-26T12:00'

/** An instant: a time in Europe/Oslo, unless it has an offset of its own. A date alone is its first moment. */
export const time = z.string({ error: notATime }).transform((written, context) => {
	const instant = instantFrom(written)
	if (instant) return instant
	context.addIssue({ code: 'custom', message: notATime })
	return z.NEVER
})

function instantFrom(written: string): Date | null {
	const parts = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d\d:\d\d)?)?$/.exec(written)
	const [, day, hour = '00', minute = '00', second = '00', offset] = parts ?? []
	if (day === undefined || !isDate(day)) return null
	if (offset) return new Date(`${day}T${hour}:${minute}:${second}${offset}`)
	return new Date(instantOf(day, `${hour}:${minute}`).getTime() + Number(second) * 1000)
}

export const count = z.number({ error: 'is not a number' }).int('is not a whole number').min(0, 'is below 0')
export const yesOrNo = z.boolean({ error: 'is neither yes nor no' })

export const oneOf = <T extends string>(words: readonly [T, ...T[]] | readonly T[]) =>
	z.enum(words, { error: `is none of ${words.join(', ')}` })

export const timeOfDay = z
	.string({ error: 'is not a time of day such as 12:30' })
	.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time of day such as 12:30')
