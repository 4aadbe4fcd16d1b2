import { describe, expect, it } from 'vitest'
import { applyForm } from '#app/forms/applications.ts'
import { caseForm } from '#app/forms/bookings.ts'
import { payeeForm } from '#app/forms/funds/top-up.ts'
import { noNumbers, writings } from '#tests/support/number-writings.ts'

const idempotencyKey = '00000000-0000-4000-8000-000000000001'
const application = { idempotencyKey, visitor: 'me', name: 'Ola Prøve', relationship: 'friend' }

/** Every form with a field for a number: what it says of one. */
const forms: Readonly<Record<string, (number: string) => { success: boolean; error?: { issues: unknown[] } }>> = {
	apply: (number) => applyForm.safeParse({ ...application, number }),
	'find a prisoner': (number) => caseForm.safeParse({ step: 'find-prisoner', number }),
	link: (number) => caseForm.safeParse({ step: 'link', number, version: 1 }),
	'pay in': (number) => payeeForm.safeParse({ for: 'permit', number }),
}

describe.each(Object.entries(forms))('the form to %s', (_, parse) => {
	it.each(writings)('takes %j', (number) => expect(parse(number).success).toBe(true))

	it.each(noNumbers)('says at the field that %j is no number', (number) => {
		const issue = { path: ['number'], message: expect.stringMatching(/\.number-wrong$/) }
		expect(parse(number).error?.issues).toEqual([expect.objectContaining(issue)])
	})

	it('says at the field that there is none', () => {
		const issue = { path: ['number'], message: expect.stringMatching(/\.number$/) }
		expect(parse('  ').error?.issues).toContainEqual(expect.objectContaining(issue))
	})
})
