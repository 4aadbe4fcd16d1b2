import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'visitors.children.title': 'Barna dine',
	'visitors.children.lead': 'Legg til barna du er føresett for. Så kan du søkje om besøk for dei og ta dei med.',
	'visitors.children.add.title': 'Legg til eit barn',
	'visitors.children.another': 'Dette er eit anna barn',
	'visitors.children.add.confirm': 'Legg til barnet',
	'visitors.children.added': 'Barnet er lagt til. No kan du søkje om løyve for barnet.',
	'visitors.children.given-name': 'Fornamn',
	'visitors.children.one-name': 'Har barnet berre eitt namn, skriv det som fornamn og lat dette stå tomt.',
	'visitors.children.family-name': 'Etternamn',
	'visitors.children.born': 'Fødselsdato',
	'visitors.children.error.given-name': 'Skriv fornamnet til barnet',
	'visitors.children.error.alike':
		'Du har alt lagt til {name}, fødd same dag. Er det same barnet, treng du ikkje gjere noko. Er det eit anna barn, kryss av og send på nytt.',
	'visitors.children.error.born': 'Skriv ein dato som finst, for eit barn under 18 år',
} satisfies Record<keyof typeof source, string>
