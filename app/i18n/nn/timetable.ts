import type { timetable as source } from '../nb/timetable.ts'

export const timetable = {
	'timetable.lead': 'Veke {week}. Kvar rad er eit område. Tala er opptekne og alle plassar.',
	'timetable.caption': 'Besøkstider veke {week}',
	'timetable.area': 'Område',
	'timetable.other-weeks': 'Andre veker',
	'timetable.before': 'Veka før',
	'timetable.after': 'Veka etter',
	'timetable.this': 'Denne veka',
	'timetable.whole-week': 'Heile veka',
	'timetable.none': 'Ingen besøkstider',
	'timetable.taken': '{taken} av {groups}',
	'timetable.taken-words': '{taken} av {groups} plassar er opptekne',
	'timetable.closed': 'Stengt',
	'timetable.reviews': '{count, plural, one {1 til ny vurdering} other {# til ny vurdering}}',
	'timetable.close': 'Steng',
	'timetable.day': 'Dag for dag',
	'timetable.col.people': 'Besøkjande',
	'timetable.col.groups': 'Grupper',
} satisfies Record<keyof typeof source, string>
