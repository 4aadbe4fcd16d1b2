import { expect, it } from 'vitest'
import { prisonerReleased } from '#app/domain/funds/prisoner-released.ts'
import { now, policy, prisoner } from '../support/builders.ts'
import { input } from '../support/top-ups.ts'

it('prisoner-released stands after release, and not while somebody is out for a while', () => {
	const stands = (custody: 'in' | 'out' | 'released') =>
		prisonerReleased(input({ prisoner: prisoner({ custody }) }), policy(), now)
	expect([stands('in'), stands('out'), stands('released')]).toEqual([false, false, true])
})
