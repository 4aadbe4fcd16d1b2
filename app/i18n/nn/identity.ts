import type { identity as source } from '../nb/identity.ts'

export const identity = {
	'identity.born': 'Fødselsdato',
	'identity.name': 'Namn',
	'identity.source.issuer': 'Datoen kjem frå innlogginga.',
	'identity.source.national-number': 'Skriven av den det gjeld. Nummeret har same dato.',
	'identity.source.typed': 'Skriven av den det gjeld.',
	'identity.source.guardian': 'Skriven av ein føresett.',
	'identity.source.officer': 'Skriven av fengselet.',
	'identity.comparison.matches': 'Stemmer',
	'identity.comparison.differs': 'Avvik',
	'identity.comparison.not-compared': 'Ikkje samanlikna',
	'identity.other-date': 'Innlogginga eller nummeret seier {date}. Hald datoen mot legitimasjonen.',
	'identity.other': 'Innlogginga eller nummeret seier noko anna. Hald datoen mot legitimasjonen.',
	'identity.name.matches': 'Innlogginga seier det same.',
	'identity.name.differs': 'Innlogginga seier eit anna namn. Hald namnet mot legitimasjonen.',
	'identity.name.not-compared': 'Innlogginga har ikkje sagt namnet.',
} satisfies Record<keyof typeof source, string>
