/**
 * What stands in an address or a form where a page looks for a day, a number, a reference or a word, and is none. Written as it is
 * sent, for some are no text at all. Of each the name says why it is wrong.
 */
export const wrongValues: Readonly<Record<string, string>> = {
	empty: '',
	huge: 'x'.repeat(10_000),
	negative: '-1',
	'a number in powers': '1e0',
	'a number of too many digits': '99999999999999999999',
	'a number to base sixteen': '0x10',
	'not a number': 'NaN',
	'digits of another script': '%D9%A2%D9%A0%D9%A2%D9%A6-%D9%A1%D9%A1-%D9%A2%D9%A4',
	'a year of two digits': '26-11-24',
	'a day that no month has': '2026-02-31',
	'the year nothing': '0000-01-01',
	'a year past it': '%2B010000-01-01',
	'an instant for a day': '2026-11-24T10:00:00Z/2026-11-24T09:00:00Z',
	'a NUL': '%00',
	'half a pair': '%ED%A0%80',
	'no UTF-8': '%C3%28%FF',
	'no escape': '%ZZ%',
	'a line break': 'x%0D%0ASet-Cookie:%20wrong=1',
	'a turn of direction': '%E2%80%AEx%E2%81%A6',
	'what nobody sees': '%E2%80%8B%C2%AD',
	SQL: "'%20or%201=1;--%20%22%5C%25_",
	'a path': '..%2F..%2Fetc%2Fpasswd',
	markup: '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
	JSON: '%7B%22%24gt%22%3A%22%22%7D',
	'a prototype': '__proto__',
	'commas alone': ','.repeat(500),
}

/** The same parameter several times, and as a list. */
export const wrongLists = (name: string): Readonly<Record<string, string>> => ({
	twice: `${name}=1&${name}=2`,
	'a list': `${name}[]=1&${name}[0]=2`,
	'a part': `${name}.x=1`,
})
