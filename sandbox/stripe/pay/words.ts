export type Language = 'nb' | 'en'

/** What the pay page says. `card` names what a card may do, in the order shown. */
export interface Words {
	title: string
	about: string
	merchant: string
	cards: string
	card: Record<Card, string>
	stay: string
	pay: (sum: string) => string
	leave: string
	other: { text: string; language: Language }
	declined: string
	why: Record<Exclude<Card, 'accepted' | 'asks'> | 'not-holder', string>
	bankTitle: string
	bankAsks: (sum: string) => string
	yes: string
	no: string
	doneTitle: string
	done: string
	overTitle: string
	over: string
	unknownTitle: string
	unknown: string
	back: string
}

export const cards = ['accepted', 'asks', 'no-money', 'declined', 'lost', 'expired', 'wrong-code', 'fault'] as const
export type Card = (typeof cards)[number]

const nb: Words = {
	title: 'Betal med kort',
	about:
		'Dette er en øvelse. I virkeligheten betaler du på kortselskapets egen side her. Ingen penger flyttes, og ikke noe kort trengs.',
	merchant: 'Samvær',
	cards: 'Hva skal kortet gjøre?',
	card: {
		accepted: 'Kortet godtas',
		asks: 'Banken vil vite at det er deg',
		'no-money': 'Avvises: ikke nok penger',
		declined: 'Avvises uten grunn',
		lost: 'Avvises: kortet er meldt tapt',
		expired: 'Avvises: kortet er utløpt',
		'wrong-code': 'Avvises: feil sikkerhetskode',
		fault: 'Avvises: feil hos banken',
	},
	stay: 'Betal, men bli her i stedet for å gå tilbake',
	pay: (sum) => `Betal ${sum}`,
	leave: 'Gå tilbake uten å betale',
	other: { text: 'English', language: 'en' },
	declined: 'Betalingen gikk ikke gjennom',
	why: {
		'no-money': 'Det er ikke nok penger på kontoen. Prøv et annet kort.',
		declined: 'Banken avviste kortet. Prøv et annet kort, eller spør banken din.',
		lost: 'Banken avviste kortet. Prøv et annet kort, eller spør banken din.',
		expired: 'Kortet er utløpt. Prøv et annet kort.',
		'wrong-code': 'Sikkerhetskoden stemmer ikke. Prøv igjen.',
		fault: 'Banken svarte ikke som den skulle. Prøv igjen om litt.',
		'not-holder': 'Banken fikk ikke vite at det er deg. Prøv igjen, eller bruk et annet kort.',
	},
	bankTitle: 'Banken spør om det er deg',
	bankAsks: (sum) => `Vil du godkjenne en betaling på ${sum} til Samvær?`,
	yes: 'Ja, det er meg',
	no: 'Nei, avbryt',
	doneTitle: 'Betalingen er gjort',
	done: 'Du kan lukke denne siden.',
	overTitle: 'Siden gjelder ikke lenger',
	over: 'Tiden for denne betalingen er ute, og ingenting er trukket. Gå tilbake til Samvær og begynn på nytt.',
	unknownTitle: 'Betalingen finnes ikke',
	unknown: 'Adressen er feil, eller øvelsen er begynt på nytt.',
	back: 'Tilbake til Samvær',
}

const en: Words = {
	title: 'Pay by card',
	about:
		"This is an exercise. In real life you pay on the card company's own page here. No money moves, and no card is needed.",
	merchant: 'Samvær',
	cards: 'What should the card do?',
	card: {
		accepted: 'The card is accepted',
		asks: 'The bank asks whether it is you',
		'no-money': 'Declined: not enough money',
		declined: 'Declined without a reason',
		lost: 'Declined: the card is reported lost',
		expired: 'Declined: the card has expired',
		'wrong-code': 'Declined: wrong security code',
		fault: 'Declined: a fault at the bank',
	},
	stay: 'Pay, but stay here instead of going back',
	pay: (sum) => `Pay ${sum}`,
	leave: 'Go back without paying',
	other: { text: 'Norsk bokmål', language: 'nb' },
	declined: 'The payment did not go through',
	why: {
		'no-money': 'There is not enough money in the account. Try another card.',
		declined: 'The bank declined the card. Try another card, or ask your bank.',
		lost: 'The bank declined the card. Try another card, or ask your bank.',
		expired: 'The card has expired. Try another card.',
		'wrong-code': 'The security code is not right. Try again.',
		fault: 'The bank did not answer as it should. Try again in a little while.',
		'not-holder': 'The bank could not tell that it is you. Try again, or use another card.',
	},
	bankTitle: 'The bank asks whether it is you',
	bankAsks: (sum) => `Do you approve a payment of ${sum} to Samvær?`,
	yes: 'Yes, it is me',
	no: 'No, cancel',
	doneTitle: 'The payment is done',
	done: 'You can close this page.',
	overTitle: 'This page is no longer valid',
	over: 'The time for this payment is up, and nothing was taken. Go back to Samvær and begin again.',
	unknownTitle: 'There is no such payment',
	unknown: 'The address is wrong, or the exercise was begun anew.',
	back: 'Back to Samvær',
}

export const words: Record<Language, Words> = { nb, en }

/** '200 kr', '200,50 kr'; with a point in English. */
export function kroner(ore: number, language: Language): string {
	const [whole = '0', rest] = (ore / 100).toFixed(2).split('.')
	const thousands = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nb' ? ' ' : ',')
	return rest === '00' ? `${thousands} kr` : `${thousands}${language === 'nb' ? ',' : '.'}${rest} kr`
}
