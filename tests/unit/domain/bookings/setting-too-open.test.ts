import { describe, expect, it } from 'vitest'
import { settingTooOpen } from '#app/domain/bookings/setting-too-open.ts'
import { codeOf, member, permit, prisoner, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('setting-too-open', () => {
	const glassPermit = visit({ party: [member('Kari', { permit: permit({ controls: ['glass'] }) })] })

	it('is silent when the session provides what the level asks for', () => {
		expect(codeOf(settingTooOpen)).toBeNull()
	})
	it("stands when the session lacks the level's control", () => {
		expect(codeOf(settingTooOpen, { venue: sessionPlace({ provides: [] }) })).toBe('setting-too-open')
	})
	it("stands when the session lacks a control of someone's permit", () => {
		expect(codeOf(settingTooOpen, { visit: glassPermit })).toBe('setting-too-open')
		expect(
			codeOf(settingTooOpen, { visit: glassPermit, venue: sessionPlace({ provides: ['watched', 'no-touch'] }) }),
		).toBe('setting-too-open')
	})
	it('takes glass to mean no touch as well', () => {
		expect(
			codeOf(settingTooOpen, { visit: glassPermit, venue: sessionPlace({ provides: ['watched', 'glass'] }) }),
		).toBeNull()
	})
	it('asks the same of a room', () => {
		expect(codeOf(settingTooOpen, { venue: roomPlace({ provides: [] }) })).toBe('setting-too-open')
		expect(
			codeOf(settingTooOpen, {
				venue: roomPlace({ provides: [] }),
				visit: visit({ prisoner: prisoner({ securityLevel: 'low' }) }),
			}),
		).toBeNull()
	})
})
