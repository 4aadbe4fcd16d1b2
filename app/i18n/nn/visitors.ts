import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'visitors.children.title': 'Barna dine',
	'visitors.children.lead': 'Legg til barna du er føresett for. Så kan du søkje om besøk for dei og ta dei med.',
	'visitors.children.add.title': 'Legg til eit barn',
	'visitors.children.add.confirm': 'Legg til barnet',
	'visitors.children.added': 'Barnet er lagt til. No kan du søkje om løyve for barnet.',
	'visitors.children.given-name': 'Fornamn',
	'visitors.children.family-name': 'Etternamn',
	'visitors.children.born': 'Fødselsdato',
	'visitors.children.error.given-name': 'Skriv fornamnet til barnet',
	'visitors.children.error.family-name': 'Skriv etternamnet til barnet',
	'visitors.children.error.born-day': 'Skriv dagen som eit tal frå 1 til 31',
	'visitors.children.error.born-month': 'Skriv månaden som eit tal frå 1 til 12',
	'visitors.children.error.born-year': 'Skriv året med fire siffer',
	'visitors.children.error.born': 'Skriv ein dato som finst, for eit barn under 18 år',
} satisfies Record<keyof typeof source, string>
