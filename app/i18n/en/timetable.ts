import type { timetable as source } from '../nb/timetable.ts'

export const timetable = {
	'timetable.lead': 'Week {week}. Each row is an area. The numbers are places taken and in all.',
	'timetable.caption': 'Sessions in week {week}',
	'timetable.area': 'Area',
	'timetable.other-weeks': 'Other weeks',
	'timetable.before': 'The week before',
	'timetable.after': 'The week after',
	'timetable.this': 'This week',
	'timetable.whole-week': 'The whole week',
	'timetable.none': 'No sessions',
	'timetable.taken': '{taken} of {groups}',
	'timetable.taken-words': '{taken} of {groups} places are taken',
	'timetable.closed': 'Closed',
	'timetable.reviews': '{count, plural, one {1 under review} other {# under review}}',
	'timetable.close': 'Close',
	'timetable.day': 'Day by day',
	'timetable.col.people': 'Visitors',
	'timetable.col.groups': 'Groups',
} satisfies Record<keyof typeof source, string>
