export const accessibility = {
	'accessibility.title': 'Tilgjengelighet',
	'accessibility.intro':
		'Samvær skal kunne brukes av alle, også med tastatur, skjermleser, stor tekst og en gammel telefon.',
	'accessibility.goal.title': 'Det vi arbeider etter',
	'accessibility.goal.text':
		'Vi følger kravene til universell utforming, som bygger på standarden WCAG 2.1 på nivå A og AA.',
	'accessibility.works.title': 'Slik er sidene laget',
	'accessibility.works.keyboard': 'Alt kan gjøres med tastatur alene, og du ser alltid hvor du er.',
	'accessibility.works.reader': 'Felt, feil og status er skrevet i ord som skjermlesere kan lese.',
	'accessibility.works.text': 'Teksten kan gjøres dobbelt så stor uten at noe faller bort.',
	'accessibility.works.colour': 'Farge er aldri det eneste som skiller ting fra hverandre.',
	'accessibility.works.script': 'Sidene virker uten skript og på langsom forbindelse.',
	'accessibility.works.dark': 'Sidene følger innstillingen din for lyst eller mørkt utseende og for mindre bevegelse.',
	'accessibility.time.title': 'Tid til å bli ferdig',
	'accessibility.time.text':
		'Når du velger et besøk, holder vi plassen i noen minutter mens du fyller ut. Går tiden ut, er svarene dine tatt vare på, og du kan velge på nytt.',
	'accessibility.other.title': 'Hjelp på andre måter',
	'accessibility.other.text':
		'Kan du ikke bruke sidene, kan du gjøre det samme over telefon eller ved oppmøte i fengselet.',
	'accessibility.report.title': 'Si fra om noe stenger',
	'accessibility.report.text':
		'Ta kontakt med fengselet og fortell hva du prøvde å gjøre. Vi svarer og retter det vi kan.',
	'accessibility.authority.title': 'Klage',
	'accessibility.authority.text':
		'Digitaliseringsdirektoratet fører tilsyn med at offentlige nettsider er universelt utformet. Du kan melde fra til tilsynet på uutilsynet.no.',
} as const
