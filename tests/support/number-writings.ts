/** How people and programs write the number E-2001. To the eye all of these are one. */
export const writings: readonly string[] = [
	...['E-2001', 'e-2001', ' E-2001 ', 'E2001', 'e2001', 'E 2001', 'E - 2001', 'E\u00a02001', 'E\u202f2001', 'E\t2001'],
	// Hyphen, non-breaking hyphen, figure dash, en dash, em dash, bar, minus, small, full width.
	...['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212', '\ufe63', '\uff0d'].map(
		(dash) => `E${dash}2001`,
	),
	// Soft hyphen, zero width space, joiners, direction marks, byte order mark, variation selector.
	...['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\u202a', '\u200e', '\u2066', '\ufeff', '\ufe0f'].map(
		(unseen) => `E-${unseen}2001`,
	),
	'\u202aE-2001\u202c',
	'\uff25-\uff12\uff10\uff10\uff11',
]

/** What nobody's number is. */
export const noNumbers: readonly string[] = [
	'-',
	'\u200b',
	'E_2001',
	'E/2001',
	'E\u0000-2001',
	"E'2001",
	'=E2001',
	'Ё-2001',
	'x'.repeat(41),
]
