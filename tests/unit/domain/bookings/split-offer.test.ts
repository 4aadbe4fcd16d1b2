import { describe, expect, it } from 'vitest'
import { splitOffer } from '#app/domain/bookings/split-offer.ts'
import { child, counsel, input, member, now, permit, policy, prisoner, visit } from '../support/builders.ts'

const glass = (visitorId: string) => member(visitorId, { permit: permit({ controls: ['glass'] }) })
const offer = (...party: ReturnType<typeof member>[]) => splitOffer(input({ visit: visit({ party }) }), policy(), now)

describe('splitOffer', () => {
	it('parts the adult whose permit brings glass from the child and the other adult', () => {
		expect(offer(member('Kari'), glass('Ola'), child('Emil'))).toEqual({ together: ['Kari', 'Emil'], alone: 'Ola' })
	})
	it('offers nothing without glass or without a child', () => {
		expect(offer(member('Kari'), member('Ola'), child('Emil'))).toBeNull()
		expect(offer(member('Kari'), glass('Ola'))).toBeNull()
	})
	it('offers nothing when the child would be left without an adult', () => {
		expect(offer(glass('Kari'), child('Emil'))).toBeNull()
		expect(offer(glass('Kari'), child('Emil', { born: '2010-01-01' }))).toEqual({ together: ['Emil'], alone: 'Kari' })
	})
	it("offers nothing when glass would stay: two adults bring it, the child's own permit does, or the level does", () => {
		expect(offer(member('Kari'), glass('Ola'), glass('Per'), child('Emil'))).toBeNull()
		expect(offer(member('Kari'), glass('Ola'), child('Emil', { permit: permit({ controls: ['glass'] }) }))).toBeNull()
		const party = [member('Kari'), glass('Ola'), child('Emil')]
		const specialHigh = visit({ party, prisoner: prisoner({ securityLevel: 'special-high' }) })
		expect(splitOffer(input({ visit: specialHigh }), policy(), now)).toBeNull()
	})
	it("offers nothing when only a child's permit brings glass", () => {
		expect(offer(member('Kari'), child('Emil', { permit: permit({ controls: ['glass'] }) }), child('Ida'))).toBeNull()
	})
	it('counts a person who stands twice once', () => {
		expect(offer(member('Kari'), glass('Ola'), glass('Ola'), child('Emil'))).toEqual({
			together: ['Kari', 'Emil'],
			alone: 'Ola',
		})
	})
	it('lets counsel with glass come alone as well', () => {
		expect(offer(member('Kari'), counsel('Lise', { controls: ['glass'] }), child('Emil'))?.alone).toBe('Lise')
	})
})
