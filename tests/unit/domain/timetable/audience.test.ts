import { describe, expect, it } from 'vitest'
import { isFor } from '#app/domain/timetable/audience.ts'
import { prisoner } from '../support/builders.ts'

const all = { units: null, securityLevels: null, legalStatuses: null }

describe('isFor', () => {
	it('is for all where nothing is named', () => {
		expect(isFor(all, prisoner())).toBe(true)
	})
	it('asks that unit, level and status all fit', () => {
		expect(isFor({ units: ['A'], securityLevels: ['high'], legalStatuses: ['sentenced'] }, prisoner())).toBe(true)
		expect(isFor({ ...all, units: ['B'] }, prisoner())).toBe(false)
		expect(isFor({ ...all, securityLevels: ['low'] }, prisoner())).toBe(false)
		expect(isFor({ ...all, legalStatuses: ['remand'] }, prisoner())).toBe(false)
	})
	it('is for nobody where the list is empty', () => {
		expect(isFor({ ...all, units: [] }, prisoner())).toBe(false)
	})
})
