import type { Locale } from './locale.ts'

type Names = { weekdays: readonly string[]; weekdaysShort: readonly string[]; months: readonly string[] }

const norwegianMonths = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ')

/** Written out, as ICU's nynorsk is incomplete and follows the machine. Monday is first. */
export const calendarNames: Readonly<Record<Locale, Names>> = {
	nb: {
		weekdays: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
		weekdaysShort: 'man tir ons tor fre lør søn'.split(' '),
		months: norwegianMonths,
	},
	nn: {
		weekdays: 'måndag tysdag onsdag torsdag fredag laurdag sundag'.split(' '),
		weekdaysShort: 'mån tys ons tor fre lau sun'.split(' '),
		months: norwegianMonths,
	},
	en: {
		weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
		weekdaysShort: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
		months: 'January February March April May June July August September October November December'.split(' '),
	},
}
