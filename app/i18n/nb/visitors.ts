export const visitors = {
	'visitors.children.title': 'Barna dine',
	'visitors.children.lead': 'Legg til barna du er foresatt for. Så kan du søke om besøk for dem og ta dem med.',
	'visitors.children.add.title': 'Legg til et barn',
	'visitors.children.another': 'Dette er et annet barn',
	'visitors.children.add.confirm': 'Legg til barnet',
	'visitors.children.added': 'Barnet er lagt til. Nå kan du søke om tillatelse for barnet.',
	'visitors.children.given-name': 'Fornavn',
	'visitors.children.one-name': 'Har barnet bare ett navn, skriv det som fornavn og la dette stå tomt.',
	'visitors.children.family-name': 'Etternavn',
	'visitors.children.born': 'Fødselsdato',
	'visitors.children.error.given-name': 'Skriv barnets fornavn',
	'visitors.children.error.alike':
		'Du har allerede lagt til {name}, født samme dag. Er det samme barn, trenger du ikke gjøre noe. Er det et annet barn, kryss av og send på nytt.',
	'visitors.children.error.born': 'Skriv en dato som finnes, for et barn under 18 år',
} as const
