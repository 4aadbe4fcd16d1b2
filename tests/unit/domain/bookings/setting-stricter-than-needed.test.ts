import { describe, expect, it } from 'vitest'
import { settingStricterThanNeeded } from '#app/domain/bookings/setting-stricter-than-needed.ts'
import { codeOf, member, permit, roomPlace, sessionPlace, visit } from '../support/builders.ts'

describe('setting-stricter-than-needed', () => {
	it.each(['glass', 'no-touch', 'overheard'] as const)(
		'stands when the session has %s that nobody needs',
		(control) => {
			expect(codeOf(settingStricterThanNeeded, { venue: sessionPlace({ provides: ['watched', control] }) })).toBe(
				'setting-stricter-than-needed',
			)
		},
	)
	it('minds neither watching nor a language order', () => {
		expect(codeOf(settingStricterThanNeeded, { venue: sessionPlace({ provides: ['watched', 'language'] }) })).toBeNull()
	})
	it('is silent when the visit needs it', () => {
		const party = [member('Kari', { permit: permit({ controls: ['glass'] }) })]
		expect(
			codeOf(settingStricterThanNeeded, {
				visit: visit({ party }),
				venue: sessionPlace({ provides: ['watched', 'glass'] }),
			}),
		).toBeNull()
	})
	it('is silent when the family asked for it by name, and glass means no touch as well', () => {
		const venue = sessionPlace({ provides: ['watched', 'glass', 'no-touch'] })
		expect(codeOf(settingStricterThanNeeded, { venue, visit: visit({ askFor: ['glass'] }) })).toBeNull()
		expect(codeOf(settingStricterThanNeeded, { venue, visit: visit({ askFor: ['no-touch'] }) })).toBe(
			'setting-stricter-than-needed',
		)
	})
	it('asks the same of a room', () => {
		expect(codeOf(settingStricterThanNeeded, { venue: roomPlace({ provides: ['watched', 'overheard'] }) })).toBe(
			'setting-stricter-than-needed',
		)
	})
})
