import { expect, it } from 'vitest'
import { topUpNotAllowed } from '#app/domain/funds/topup-not-allowed.ts'
import { defaultPolicy } from '#app/domain/policy.ts'
import { legalStatuses } from '#app/domain/prisoners/prisoner.ts'
import { now, policy, prisoner } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

it('topup-not-allowed stands for the statuses that the facility takes no money for', () => {
	const standsFor = (given = policy()) =>
		legalStatuses.filter((legalStatus) => topUpNotAllowed(input({ prisoner: prisoner({ legalStatus }) }), given, now))
	expect(standsFor()).toEqual(['sentenced', 'preventive-detention'])
	const other = { ...defaultPolicy.topUp, remand: false, sentenced: true }
	expect(standsFor(policy({ topUp: other }))).toEqual(['remand', 'preventive-detention'])
})
