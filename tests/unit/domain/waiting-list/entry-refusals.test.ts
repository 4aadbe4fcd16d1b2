import { expect, it } from 'vitest'
import { entryRefusals } from '#app/domain/waiting-list/entry-refusals.ts'
import { child, codes, courtRestriction, member, permit, policy, prisoner, visit } from '../support/builders.ts'

const against = (changes: Parameters<typeof visit>[0] = {}, day = '2026-11-26') =>
	codes(entryRefusals(visit(changes), day, policy()))

it('keeps a waiting-list entry that nothing stands against', () => {
	expect(against()).toEqual([])
	expect(against({ party: [member('Kari'), child('Even')] })).toEqual([])
})

it('asks for a permit that opens for visits, of each in the party', () => {
	expect(against({ party: [member('Kari'), member('Nils', { permit: null })] })).toEqual(['permit-missing'])
	expect(against({ party: [member('Kari', { permit: permit({ channels: ['phone'] }) })] })).toEqual(['permit-missing'])
})

it('asks that who wishes comes along, unless it is for a child who may come alone', () => {
	expect(against({ party: [member('Nils')] })).toEqual(['booker-not-in-party'])
	expect(against({ party: [child('Even', { born: '2010-11-26' })] })).toEqual([])
	expect(against({ party: [child('Even', { born: '2010-11-27' })] })).toEqual(['booker-not-in-party'])
})

it('asks that nobody stands twice in the party', () => {
	expect(against({ party: [member('Kari'), member('Kari')] })).toEqual(['duplicate-visitor'])
})

it('keeps a waiting-list entry that something stands against which may change, or must not be told', () => {
	expect(against({ party: [member('Kari', { permit: permit({ state: 'suspended' }) })] })).toEqual([])
	expect(against({ courtRestrictions: [courtRestriction()], prisoner: prisoner({ custody: 'out' }) })).toEqual([])
})
