import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'children.title': 'Barna dine',
	'children.lead': 'Legg til barna du er føresett for. Så kan du søkje om besøk for dei og ta dei med.',
	'children.add.title': 'Legg til eit barn',
	'children.add.confirm': 'Legg til barnet',
	'children.added': 'Barnet er lagt til. No kan du søkje om løyve for barnet.',
	'children.given-name': 'Fornamn',
	'children.family-name': 'Etternamn',
	'children.born': 'Fødselsdato',
	'children.error.given-name': 'Skriv fornamnet til barnet',
	'children.error.family-name': 'Skriv etternamnet til barnet',
	'children.error.born-day': 'Skriv dagen som eit tal frå 1 til 31',
	'children.error.born-month': 'Skriv månaden som eit tal frå 1 til 12',
	'children.error.born-year': 'Skriv året med fire siffer',
	'children.error.born': 'Skriv ein dato som finst, for eit barn under 18 år',
} satisfies Record<keyof typeof source, string>
