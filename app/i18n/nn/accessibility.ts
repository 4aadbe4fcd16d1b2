import type { accessibility as source } from '../nb/accessibility.ts'

export const accessibility = {
	'accessibility.title': 'Tilgjenge',
	'accessibility.intro':
		'Alle skal kunne bruke Samvær, også med tastatur, skjermlesar, stor tekst og ein gammal telefon.',
	'accessibility.goal.title': 'Det vi arbeider etter',
	'accessibility.goal.text':
		'Vi følgjer krava til universell utforming, som byggjer på standarden WCAG 2.1 på nivå A og AA.',
	'accessibility.works.title': 'Slik er sidene laga',
	'accessibility.works.keyboard': 'Alt kan gjerast med tastatur åleine, og du ser alltid kvar du er.',
	'accessibility.works.reader': 'Felt, feil og status er skrivne i ord som skjermlesarar kan lese.',
	'accessibility.works.text': 'Teksten kan gjerast dobbelt så stor utan at noko fell bort.',
	'accessibility.works.colour': 'Farge er aldri det einaste som skil ting frå kvarandre.',
	'accessibility.works.script': 'Sidene verkar utan skript og på langsamt samband.',
	'accessibility.works.dark': 'Sidene følgjer innstillinga di for lys eller mørk utsjånad og for mindre rørsle.',
	'accessibility.time.title': 'Tid til å bli ferdig',
	'accessibility.time.text':
		'Når du vel eit besøk, held vi plassen i nokre minutt medan du fyller ut. Går tida ut, er svara dine tekne vare på, og du kan velje på nytt.',
	'accessibility.other.title': 'Hjelp på andre måtar',
	'accessibility.other.text':
		'Kan du ikkje bruke sidene, kan du gjere det same over telefon eller ved oppmøte i fengselet.',
	'accessibility.report.title': 'Sei frå om noko stengjer',
	'accessibility.report.text':
		'Ta kontakt med fengselet og fortel kva du prøvde å gjere. Vi svarar og rettar det vi kan.',
	'accessibility.authority.title': 'Klage',
	'accessibility.authority.text':
		'Digitaliseringsdirektoratet fører tilsyn med at offentlege nettsider er universelt utforma. Du kan melde frå til tilsynet på uutilsynet.no.',
} satisfies Record<keyof typeof source, string>
