import type { funds as source } from '../nb/funds.ts'

export const funds = {
	'funds.refusal.neutral.family': 'Denne betalinga kan ikkje takast imot no.',
	'funds.refusal.neutral.next': 'Ta kontakt med fengselet om du lurer på noko.',
	'funds.refusal.payer-not-approved.family': 'Du er ikkje godkjend til å betale inn for denne personen.',
	'funds.refusal.payer-not-approved.next':
		'For å betale må du ha eit løyve som gjeld telefon. Du kan søkje om det, eller spørje fengselet.',
	'funds.refusal.payer-not-approved.officer':
		'Betalaren har ikkje noko gyldig løyve som gjeld telefon for den innsette.',
	'funds.refusal.protective-order.officer': 'Det er besøksforbod mellom betalaren og den innsette.',
	'funds.refusal.court-restriction.officer': 'Retten har bestemt telefonforbod, og betalaren er ikkje unnateken.',
	'funds.refusal.prisoner-released.officer': 'Den innsette er lauslaten.',
	'funds.refusal.topup-not-allowed.family':
		'Dette fengselet tek ikkje imot pengar utanfrå til telefon for den du vil betale for.',
	'funds.refusal.topup-not-allowed.next': 'Fengselet kan svare på korleis telefon blir betalt der.',
	'funds.refusal.topup-not-allowed.officer': 'Fengselet tek ikkje imot innbetalingar for innsette med denne statusen.',
	'funds.refusal.below-minimum.family': 'Beløpet er mindre enn det minste du kan betale inn.',
	'funds.refusal.below-minimum.next': 'Skriv eit høgare beløp.',
	'funds.refusal.below-minimum.officer': 'Beløpet er under det minste beløpet til fengselet.',
	'funds.refusal.over-maximum.family': 'Beløpet er høgare enn det du kan betale inn på éin gong.',
	'funds.refusal.over-maximum.next': 'Skriv eit lågare beløp.',
	'funds.refusal.over-maximum.officer': 'Beløpet er over det høgaste beløpet til fengselet for éi innbetaling.',
	'funds.refusal.over-weekly-limit.family':
		'Med dette beløpet blir det meir enn det som kan betalast inn for denne personen på ei veke. Det andre har betalt inn, blir rekna med.',
	'funds.refusal.over-weekly-limit.next': 'Skriv eit lågare beløp, eller vent til måndag.',
	'funds.refusal.over-weekly-limit.officer':
		'Innbetalingane for den innsette ville gå over grensa for veka (måndag til sundag), medrekna det som er påbyrja.',
} satisfies Record<keyof typeof source, string>
