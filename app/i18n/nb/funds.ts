/** What stands against a top-up. A neutral code has no text for the payer but the shared one. */
export const funds = {
	'funds.refusal.neutral.family': 'Denne betalingen kan ikke tas imot nå.',
	'funds.refusal.neutral.next': 'Ta kontakt med fengselet hvis du lurer på noe.',
	'funds.refusal.payer-not-approved.family': 'Du er ikke godkjent til å betale inn for denne personen.',
	'funds.refusal.payer-not-approved.next':
		'For å betale må du ha en tillatelse som gjelder telefon. Du kan søke om det, eller spørre fengselet.',
	'funds.refusal.payer-not-approved.officer':
		'Betaleren har ingen gyldig tillatelse som gjelder telefon for den innsatte.',
	'funds.refusal.protective-order.officer': 'Det er besøksforbud mellom betaleren og den innsatte.',
	'funds.refusal.court-restriction.officer': 'Retten har bestemt telefonforbud, og betaleren er ikke unntatt.',
	'funds.refusal.prisoner-released.officer': 'Den innsatte er løslatt.',
	'funds.refusal.topup-not-allowed.family':
		'Dette fengselet tar ikke imot penger utenfra til telefon for den du vil betale for.',
	'funds.refusal.topup-not-allowed.next': 'Fengselet kan svare på hvordan telefon betales der.',
	'funds.refusal.topup-not-allowed.officer': 'Fengselet tar ikke imot innbetalinger for innsatte med denne statusen.',
	'funds.refusal.below-minimum.family': 'Beløpet er mindre enn det minste du kan betale inn.',
	'funds.refusal.below-minimum.next': 'Skriv et høyere beløp.',
	'funds.refusal.below-minimum.officer': 'Beløpet er under fengselets minste beløp.',
	'funds.refusal.over-maximum.family': 'Beløpet er høyere enn det du kan betale inn på én gang.',
	'funds.refusal.over-maximum.next': 'Skriv et lavere beløp.',
	'funds.refusal.over-maximum.officer': 'Beløpet er over fengselets høyeste beløp for én innbetaling.',
	'funds.refusal.over-weekly-limit.family':
		'Med dette beløpet blir det mer enn det som kan betales inn for denne personen på en uke. Det andre har betalt inn, regnes med.',
	'funds.refusal.over-weekly-limit.next': 'Skriv et lavere beløp, eller vent til mandag.',
	'funds.refusal.over-weekly-limit.officer':
		'Innbetalingene for den innsatte ville gå over grensen for uken (mandag til søndag), medregnet det som er påbegynt.',
} as const
