import { describe, expect, it } from 'vitest'
import { applicationStates, isUndecided } from '#app/domain/applications/application.ts'

describe('isUndecided', () => {
	it('is true until a decision or a withdrawal', () => {
		expect(applicationStates.filter(isUndecided)).toEqual(['received', 'ready'])
	})
})
