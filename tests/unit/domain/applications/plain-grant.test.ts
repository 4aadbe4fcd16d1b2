import { describe, expect, it } from 'vitest'
import { type Check, checkKinds, checkOutcomes } from '#app/domain/applications/application.ts'
import { checksAgainst, plainGrantObstacle } from '#app/domain/applications/plain-grant.ts'
import { policy } from '../support/builders.ts'

const clear: readonly Check[] = checkKinds.map((kind) => ({ kind, outcome: 'clear' }))
const but = (kind: Check['kind'], outcome: Check['outcome']) =>
	clear.map((check) => (check.kind === kind ? { kind, outcome } : check))

describe('a grant without limits by one officer', () => {
	it('stands open with every check clear', () => {
		expect(plainGrantObstacle(clear, policy())).toBeNull()
		expect(checksAgainst(clear)).toEqual([])
	})
	it('does not with any one check at anything else', () => {
		for (const kind of checkKinds)
			for (const outcome of checkOutcomes.filter((one) => one !== 'clear')) {
				const expected = outcome === 'open' ? 'checks-open' : 'checks-against'
				expect(plainGrantObstacle(but(kind, outcome), policy())).toBe(expected)
			}
	})
	it('names what speaks against it', () => {
		expect(checksAgainst(but('police-check', 'stop'))).toEqual([{ kind: 'police-check', outcome: 'stop' }])
		expect(checksAgainst(but('police-check', 'open'))).toEqual([])
	})
	it('does not where the facility asks for a second officer', () => {
		expect(plainGrantObstacle(clear, policy({ fourEyes: ['granted'] }))).toBe('second-officer')
	})
})
