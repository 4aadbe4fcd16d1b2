import { z } from 'zod'

/** Why a reported call is not taken. The phone system's people read these in its log: they are codes, not sentences. */
export const callFaults = [
	'bad-id',
	'bad-prisoner',
	'bad-minutes',
	'bad-time',
	'unknown-field',
	'not-ended',
	'too-old',
	'no-such-prisoner',
	'other-call',
] as const
export type CallFault = (typeof callFaults)[number]

/** A whole number, as JSON has it or as a table does. */
const whole = z.union(
	[
		z.number(),
		z
			.string()
			// A spreadsheet may write decimals, with a comma where its people do.
			.regex(/^\d{1,5}([.,]0{1,5})?$/)
			.transform((text) => Number.parseInt(text, 10)),
	],
	{ error: 'bad-minutes' },
)

const printable = /^[\x21-\x7e]+$/

/** One call that the phone system tells of. Errors are codes. */
export const phoneCall = z.strictObject(
	{
		/** The phone system's own name for the call. */
		id: z.string({ error: 'bad-id' }).max(100, 'bad-id').regex(printable, 'bad-id'),
		prisoner: z
			.string({ error: 'bad-prisoner' })
			.trim()
			.min(1, 'bad-prisoner')
			.max(40, 'bad-prisoner')
			.regex(/^[\P{Cc}\t]+$/u, 'bad-prisoner'),
		/** Begun minutes, counted whole. */
		minutes: whole.pipe(z.number().int('bad-minutes').min(1, 'bad-minutes').max(1440, 'bad-minutes')),
		endedAt: z.iso.datetime({ offset: true, error: 'bad-time' }).transform((text) => new Date(text)),
	},
	{ error: (issue) => (issue.code === 'unrecognized_keys' ? 'unknown-field' : undefined) },
)

export type PhoneCall = z.output<typeof phoneCall>
