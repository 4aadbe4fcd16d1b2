import type { staffCase as source } from '../nb/staff-case.ts'

export const staffCase = {
	'staff.case.title-for': 'Søknad for {name}',
	'staff.case.about': 'Søknaden gjeld',
	'staff.case.applied-by': 'Søkt av',
	'staff.case.guardian': 'føresett',
	'staff.case.find': 'Vis kven det er',
	'staff.case.link-unknown': 'Ingen innsett her har dette nummeret. Sjå over nummeret.',
	'staff.case.link-compare': 'Er dette den det blir søkt om?',
	'staff.case.link-typed': 'Søkjaren skreiv',
	'staff.case.link-register': 'I registeret',
	'staff.case.link-name': 'Namn',
	'staff.case.link-born': 'Fødselsdato',
	'staff.case.link-not-typed': 'Ikkje opplyst',
	'staff.case.link-differs': 'Namnet i registeret er eit anna enn søkjaren skreiv.',
	'staff.case.link-confirm': 'Eg har undersøkt det: Søknaden gjeld {name}',
	'staff.case.unlink': 'Løys frå den innsette',
	'staff.case.unlink-about':
		'Koplinga kan løysast til søknaden er avgjord. Kontrollar som gjeld den innsette, blir opne igjen.',
	'staff.case.unlinked': 'Søknaden er løyst frå den innsette.',
	'staff.match.linked': 'Knytt for hand til ein annan enn oppgitt',
	'staff.match.linked-by': 'Knytt av {name} til ein annan enn oppgitt',
	'staff.case.against': 'Dette talar imot',
	'staff.case.against-line': '{check}: {outcome}',
	'staff.case.needs-reasons':
		'Søknaden kan ikkje innvilgast utan vilkår av éin åleine. Det krev regel, faktum og grunngiving, og at ein til godkjenner. Det kan ikkje gjerast her enno. Søknaden blir liggjande til det er mogleg.',
	'staff.case.needs-second':
		'Her skal to avgjere saman. Det kan ikkje gjerast her enno. Søknaden blir liggjande til det er mogleg.',
	'staff.case.related': 'Du er nær ein av partane, og kan ikkje avgjere søknaden (forvaltningslova § 6).',
	'staff.case.grant-of': '{visitor} får løyve til besøk og telefon med {prisoner}.',
	'staff.queue.against': 'Talar imot: {checks}',
	'staff.queue.ready': 'Klar til avgjerd',
} satisfies Record<keyof typeof source, string>
