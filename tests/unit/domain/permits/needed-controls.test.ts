import { describe, expect, it } from 'vitest'
import type { Control } from '#app/domain/permits/controls.ts'
import { neededControls } from '#app/domain/permits/needed-controls.ts'
import { counsel, courtRestriction, member, oslo, permit, policy, prisoner, visit } from '../support/builders.ts'

const start = oslo('2026-11-26T12:00')
const needed = (changes: Parameters<typeof visit>[0]) => neededControls(visit(changes), policy(), start)
const withControls = (visitorId: string, ...controls: Control[]) => member(visitorId, { permit: permit({ controls }) })

describe('a family visit needs', () => {
	it("the level's default", () => {
		expect(needed({})).toEqual(['watched'])
		expect(needed({ prisoner: prisoner({ securityLevel: 'special-high' }) })).toEqual([
			'overheard',
			'no-touch',
			'glass',
		])
		expect(needed({ prisoner: prisoner({ securityLevel: 'low' }) })).toEqual([])
		expect(needed({ prisoner: prisoner({ securityLevel: 'transitional' }) })).toEqual([])
	})
	it('the controls of every permit in the party', () => {
		const party = [withControls('Kari', 'language'), withControls('Ola', 'glass'), member('Per', { permit: null })]
		expect(needed({ party })).toEqual(['watched', 'no-touch', 'glass', 'language'])
	})
	it('watching and overhearing under police control, while it lasts', () => {
		const order = courtRestriction({ type: 'police-control' })
		expect(needed({ courtRestrictions: [order] })).toEqual(['watched', 'overheard'])
		expect(needed({ courtRestrictions: [{ ...order, end: start }] })).toEqual(['watched'])
		expect(needed({ courtRestrictions: [courtRestriction({ type: 'letter-ban' })] })).toEqual(['watched'])
	})
	it('no police control when the order excepts everyone in the party', () => {
		const courtRestrictions = [courtRestriction({ type: 'police-control', except: ['Kari'] })]
		expect(needed({ courtRestrictions })).toEqual(['watched'])
		expect(needed({ courtRestrictions, party: [member('Kari'), member('Ola')] })).toEqual(['watched', 'overheard'])
	})
	it("the family's controls when an official comes with them", () => {
		expect(needed({ party: [counsel('Lise'), member('Kari')] })).toEqual(['watched'])
	})
})

describe('an official visit needs', () => {
	const low = prisoner({ securityLevel: 'low' })
	const specialHigh = prisoner({ securityLevel: 'special-high' })

	it("its permits' own controls, and glass where the level's default has it", () => {
		expect(needed({ party: [counsel('Lise')] })).toEqual([])
		expect(needed({ party: [counsel('Lise', { controls: ['watched'] })], prisoner: low })).toEqual(['watched'])
		expect(needed({ party: [counsel('Lise')], prisoner: specialHigh })).toEqual(['no-touch', 'glass'])
	})
	it('never to be overheard or held to a language, whatever a permit says', () => {
		expect(needed({ party: [counsel('Lise', { controls: ['overheard', 'language'] })] })).toEqual([])
	})
	it('police control only where the order covers it, and then without overhearing', () => {
		const order = courtRestriction({ type: 'police-control' })
		expect(needed({ party: [counsel('Lise')], courtRestrictions: [order] })).toEqual([])
		expect(needed({ party: [counsel('Lise')], courtRestrictions: [{ ...order, coversOfficial: true }] })).toEqual([
			'watched',
		])
	})
})
