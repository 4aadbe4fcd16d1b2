import type { formMismatch as source } from '../nb/form-mismatch.ts'

export const formMismatch = {
	'form-mismatch.person.title': 'Skjemaet vart opna medan nokon andre var logga inn',
	'form-mismatch.person.text': 'Difor er ingenting lagra.',
	'form-mismatch.person.next': 'Er det ikkje du som er logga inn no? Logg ut, og logg inn som deg sjølv.',
	'form-mismatch.person.go-on': 'Hald fram som den som er logga inn',
	'form-mismatch.unknown.title': 'Sida må opnast på nytt',
	'form-mismatch.unknown.text': 'Vi kan ikkje sjå kven skjemaet vart opna for. Difor er ingenting lagra.',
	'form-mismatch.unknown.next': 'Opne sida på nytt, og fyll ut skjemaet ein gong til.',
	'form-mismatch.unknown.go-on': 'Opne sida på nytt',
	'form-mismatch.facility.title': 'Skjemaet var for {openedFor}',
	'form-mismatch.facility.text': 'Du er no ved {here}. Ingenting er gjort.',
	'form-mismatch.facility.next': 'Vil du gjere det ved {openedFor}, byter du tilbake og opnar sida der.',
	'form-mismatch.facility.switch': 'Byt til {openedFor} og opne sida',
	'form-mismatch.facility.stay': 'Bli ved {here}',
	'form-mismatch.no-role.title': 'Skjemaet var for eit anna fengsel',
	'form-mismatch.no-role.text': 'Du har ikkje lenger noka rolle der. Du er no ved {here}. Ingenting er gjort.',
	'form-mismatch.no-role.next': 'Gå til framsida for å arbeide vidare ved {here}.',
	'form-mismatch.kept': 'Det du skreiv, står her. Ingenting er gjort enno.',
} satisfies Record<keyof typeof source, string>
