import { z } from 'zod'
import { roles } from '#app/domain/access/roles.ts'
import { custodies, legalStatuses, securityLevels } from '#app/domain/prisoners/prisoner.ts'
import { date, oneOf, orEmpty, ref, text } from './fields.ts'

export const prisoners = z
	.record(
		z.string(),
		z.strictObject({
			facility: ref('facility'),
			unit: text.default('A'),
			securityLevel: oneOf(securityLevels).default('high'),
			legalStatus: oneOf(legalStatuses).default('sentenced'),
			custody: oneOf(custodies).default('in'),
			born: date.default('1985-01-01'),
			number: text.optional(),
			name: text.optional(),
		}),
	)
	.default({})
export type GivenPrisoners = z.output<typeof prisoners>

export const visitors = z
	.record(
		z.string(),
		orEmpty(
			z.strictObject({
				born: date.default('1985-01-01'),
				guardians: z.array(ref('visitor')).default([]),
				relatedOfficers: z.array(ref('officer')).default([]),
			}),
		),
	)
	.default({})
export type GivenVisitors = z.output<typeof visitors>

/** Two officers are there in every scenario, with every role everywhere. */
export const standingOfficers = ['officer', 'second'] as const

export const officers = z
	.record(z.string(), z.strictObject({ role: oneOf(roles), facility: ref('facility') }))
	.default({})
export type GivenOfficers = z.output<typeof officers>
