import { describe, expect, it } from 'vitest'
import { sessionTimes } from '#app/domain/timetable/session-times.ts'
import type { Template } from '#app/domain/timetable/template.ts'
import { changeOfSessions, type TemplateSession } from '#app/domain/timetable/template-change.ts'
import { oslo } from '../support/builders.ts'
import { template } from './weekly.ts'

const now = oslo('2026-11-23T09:00')
const before = template()

function session(templateDate: string, changes: Partial<TemplateSession> = {}): TemplateSession {
	const { setting, area, provides, groups, people, track, approval, units, securityLevels, legalStatuses } = before
	const terms = { setting, area, provides, groups, people, track, approval, units, securityLevels, legalStatuses }
	return { id: templateDate, templateDate, ...sessionTimes(templateDate, '12:00', 60), ...terms, ...changes }
}

const three = [session('2026-11-26'), session('2026-12-03'), session('2026-12-10')]
const change = (changes: Partial<Template>, sessions = three, at = now) =>
	changeOfSessions(before, { ...before, ...changes }, sessions, at)

describe('a change of a template', () => {
	it('that changes nothing touches nothing', () => {
		expect(change({ name: 'Great hall' })).toEqual({ changed: [], dropped: [] })
	})

	it('of the time moves each session, and of the terms changes each', () => {
		const { changed } = change({ startTime: '14:00', minutes: 90, groups: 6 }, [session('2026-11-26')])
		expect(changed).toEqual([
			{
				id: '2026-11-26',
				templateDate: '2026-11-26',
				start: oslo('2026-11-26T14:00'),
				end: oslo('2026-11-26T15:30'),
				terms: { groups: 6 },
			},
		])
	})

	it('leaves what an officer set for one session by hand', () => {
		const byHand = session('2026-11-26', {
			start: oslo('2026-11-26T13:00'),
			end: oslo('2026-11-26T14:00'),
			groups: 2,
		})
		expect(change({ startTime: '14:00', groups: 6 }, [byHand]).changed).toEqual([])
		const { changed } = change({ startTime: '14:00', groups: 6, area: 'gym' }, [byHand])
		expect(changed).toEqual([{ id: '2026-11-26', templateDate: '2026-11-26', terms: { area: 'gym' } }])
	})

	it('of the weekday takes each session along to the new day of its week', () => {
		const { changed, dropped } = change({ weekday: 2 }, three.slice(1))
		expect(changed.map(({ templateDate, start }) => [templateDate, start])).toEqual([
			['2026-12-01', oslo('2026-12-01T12:00')],
			['2026-12-08', oslo('2026-12-08T12:00')],
		])
		expect(dropped).toEqual([])
	})

	it('moves nothing to a time that has passed', () => {
		const wednesday = oslo('2026-11-25T09:00')
		expect(change({ weekday: 2 }, three, wednesday).dropped).toEqual(['2026-11-26'])
		const onTheDay = oslo('2026-11-26T11:00')
		const { changed, dropped } = change({ startTime: '10:00' }, three, onTheDay)
		expect(changed.map(({ id }) => id)).toEqual(['2026-12-03', '2026-12-10'])
		expect(dropped).toEqual([])
	})

	it('to fewer weeks, or to an end, drops the sessions that are no longer of it', () => {
		expect(change({ everyWeeks: 2 })).toEqual({ changed: [], dropped: ['2026-12-03'] })
		expect(change({ validTo: '2026-12-03' })).toEqual({ changed: [], dropped: ['2026-12-10'] })
	})

	it('relabels the date of a session that was moved to the new day by hand already', () => {
		const moved = session('2026-12-03', { start: oslo('2026-12-01T12:00'), end: oslo('2026-12-01T13:00') })
		expect(change({ weekday: 2 }, [moved]).changed).toEqual([
			{ id: '2026-12-03', templateDate: '2026-12-01', terms: {} },
		])
	})

	it('keeps the wall time over a clock change', () => {
		const spring = session('2027-04-01')
		const { changed } = changeOfSessions(before, { ...before, startTime: '09:00' }, [spring], now)
		expect(changed[0]?.start?.toISOString()).toBe('2027-04-01T07:00:00.000Z')
	})

	it('without sessions to come touches nothing', () => {
		expect(change({ startTime: '14:00' }, [])).toEqual({ changed: [], dropped: [] })
	})
})
