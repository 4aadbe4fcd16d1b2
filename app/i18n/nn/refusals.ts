import type { refusals as source } from '../nb/refusals.ts'

export const refusals = {
	'refusals.neutral.family': 'Denne tida kan ikkje tilbydast.',
	'refusals.neutral.next':
		'Du kan velje ei anna tid. Har du spørsmål, kan du ta kontakt med besøksavdelinga i fengselet.',
	'refusals.someone.next':
		'Be dei andre vaksne om å logge inn og sjå kva som gjeld for dei. Du kan også endre kven som skal vere med.',
	'refusals.permit-missing.family': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.permit-missing.you': 'Du har ikkje besøksløyve til den du vil besøkje.',
	'refusals.permit-missing.child': 'Barnet ditt har ikkje besøksløyve til den de vil besøkje.',
	'refusals.permit-missing.someone': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.permit-missing.next':
		'Alle som skal på besøk, treng sitt eige løyve. Det gjeld barn også. Søk om løyve først. Når det er gitt, kan du bestille besøk.',
	'refusals.permit-missing.officer':
		'Minst éin i følgjet har ikkje løyve til den innsette, eller berre løyve til telefon.',
	'refusals.permit-not-active.family': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.permit-not-active.you': 'Besøksløyvet ditt gjeld ikkje den dagen.',
	'refusals.permit-not-active.child': 'Besøksløyvet til barnet ditt gjeld ikkje den dagen.',
	'refusals.permit-not-active.someone': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.permit-not-active.next':
		'Vel ein dag då løyvet gjeld, eller ta kontakt med fengselet for å få vite kva som skal til.',
	'refusals.permit-not-active.officer':
		'Minst eitt løyve i følgjet er stansa, avslutta eller gått ut på besøksdagen, eller fristen for ny kontroll er ute då.',
	'refusals.visitor-banned.family': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.visitor-banned.you': 'Du kan ikkje kome på besøk her den dagen. Fengselet har bestemt det for ein periode.',
	'refusals.visitor-banned.child':
		'Barnet ditt kan ikkje kome på besøk her den dagen. Fengselet har bestemt det for ein periode.',
	'refusals.visitor-banned.someone': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.visitor-banned.next':
		'Vel ein dag etter at perioden er over. Ta kontakt med fengselet om du vil vite når det er, eller om du er ueinig.',
	'refusals.visitor-banned.officer': 'Minst éin i følgjet er utestengd frå besøk her på besøksdagen.',
	'refusals.protective-order.officer':
		'Eit besøksforbod etter straffeprosesslova § 222 a mellom den innsette og nokon i følgjet gjeld under besøket.',
	'refusals.booker-not-in-party.family': 'Du er ikkje sjølv med på besøket du bestiller.',
	'refusals.booker-not-in-party.next':
		'Ta deg sjølv med. For ditt eige barn kan du bestille utan å vere med når barnet er gammalt nok til å kome åleine til dette fengselet.',
	'refusals.booker-not-in-party.officer':
		'Den som bestiller, er vaksen og ikkje med i følgjet, og følgjet er ikkje berre eigne barn som kan kome åleine.',
	'refusals.duplicate-visitor.family': 'Den same personen står to gonger.',
	'refusals.duplicate-visitor.next': 'Ta bort den eine, og prøv igjen.',
	'refusals.duplicate-visitor.officer': 'Same person står to gonger i følgjet.',
	'refusals.no-adult.family': 'Besøket manglar ein vaksen.',
	'refusals.no-adult.next': 'Barn kjem saman med ein som har fylt 18 år. Ta med ein vaksen som har løyve.',
	'refusals.no-adult.officer': 'Ingen i følgjet er 18 år på besøksdagen, og minst éin er for ung til å kome åleine.',
	'refusals.guardian-consent-missing.family': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.guardian-consent-missing.you':
		'Besøksløyvet ditt manglar eit skriftleg samtykke frå den eller dei du bur hos.',
	'refusals.guardian-consent-missing.child':
		'Besøksløyvet til barnet ditt manglar eit skriftleg samtykke frå den eller dei barnet bur hos.',
	'refusals.guardian-consent-missing.someone': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.guardian-consent-missing.next':
		'Send samtykket til fengselet. Har barnevernet omsorga, er det barnevernet som samtykkjer.',
	'refusals.guardian-consent-missing.officer':
		'Minst eitt barn i følgjet manglar gyldig skriftleg samtykke frå føresette.',
	'refusals.too-many-adults.family': 'De er fleire vaksne enn det er plass til på eitt besøk.',
	'refusals.too-many-adults.next':
		'Ta med færre vaksne, eller fordel dykk på fleire besøk. Fengselet kan gjere unntak om det er god grunn til det.',
	'refusals.too-many-adults.officer': 'Følgjet har fleire vaksne enn fengselet tek imot på eitt besøk.',
	'refusals.too-many-visitors.family': 'De er fleire enn det er plass til på dette besøket.',
	'refusals.too-many-visitors.next':
		'Ta med færre, vel ei anna tid eller eit anna rom, eller fordel dykk på fleire besøk. Fengselet kan gjere unntak om det er god grunn til det.',
	'refusals.too-many-visitors.officer': 'Følgjet er større enn fengselet, besøkstida eller rommet tek imot.',
	'refusals.court-restriction.officer':
		'Retten har bestemt besøksforbod eller isolasjon som gjeld når besøket tek til, og ikkje alle i følgjet er unnatekne.',
	'refusals.prisoner-not-here.officer': 'Den innsette er i eit anna fengsel eller ute (retten, sjukehus, permisjon).',
	'refusals.prisoner-released.officer': 'Den innsette er lauslaten.',
	'refusals.non-association.officer':
		'Den innsette eller nokon i følgjet skal haldast unna nokon som er i same området då, eller unna nokon i følgjet.',
	'refusals.prisoner-already-booked.family': 'Den du besøkjer, har alt eit besøk på denne tida.',
	'refusals.prisoner-already-booked.next': 'Vel ei anna tid.',
	'refusals.prisoner-already-booked.officer': 'Den innsette har eit anna besøk, eller nokon held av eit, på same tid.',
	'refusals.visitor-already-booked.family': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.visitor-already-booked.you': 'Du har alt eit anna besøk på denne tida.',
	'refusals.visitor-already-booked.child': 'Barnet ditt har alt eit anna besøk på denne tida.',
	'refusals.visitor-already-booked.someone': 'Ein av dei som skal vere med, kan ikkje kome på dette besøket.',
	'refusals.visitor-already-booked.next': 'Vel ei anna tid, eller endre det andre besøket først.',
	'refusals.visitor-already-booked.officer':
		'Minst éin i følgjet har eit anna besøk på same tid, her eller ein annan stad.',
	'refusals.weekly-visit-limit.family': 'Den du besøkjer, har ikkje fleire besøk att den veka.',
	'refusals.weekly-visit-limit.next':
		'Vel ei anna veke. Mange fengsel gir eit besøk ekstra når den du besøkjer, får besøk av sitt eige barn under 18 år. Fengselet kan gjere unntak om det er god grunn til det.',
	'refusals.weekly-visit-limit.officer': 'Talet på familiebesøk for den innsette er nådd den veka (måndag til søndag).',
	'refusals.weekly-video-limit.family': 'Den du besøkjer, har ikkje fleire videobesøk att den veka.',
	'refusals.weekly-video-limit.next': 'Vel ei anna veke, eller eit besøk i fengselet om det passar betre.',
	'refusals.weekly-video-limit.officer': 'Talet på videobesøk for den innsette er nådd den veka (måndag til søndag).',
	'refusals.monthly-hours-limit.family': 'Den du besøkjer, har ikkje nok besøkstimar att den månaden.',
	'refusals.monthly-hours-limit.next':
		'Vel eit kortare besøk eller ein annan månad. Fengselet kan gjere unntak om det er god grunn til det.',
	'refusals.monthly-hours-limit.officer': 'Besøket ville gå over timetalet for den innsette i kalendermånaden.',
	'refusals.session-not-open.family': 'Denne tida er sett av til andre besøk.',
	'refusals.session-not-open.next': 'Vel ei av tidene som kalenderen viser for dykk.',
	'refusals.session-not-open.officer':
		'Besøkstida er ikkje for avdelinga, tryggleiksnivået eller statusen til den innsette, eller ho er for den andre typen besøk (familie eller offentleg).',
	'refusals.session-cancelled.family': 'Fengselet har avlyst denne besøkstida.',
	'refusals.session-cancelled.next': 'Vel ei anna tid.',
	'refusals.session-cancelled.officer': 'Ei stenging gjeld denne besøkstida.',
	'refusals.closed-day.family': 'Det er stengt for besøk den dagen.',
	'refusals.closed-day.next': 'Vel ein annan dag.',
	'refusals.closed-day.officer': 'Fengselet, avdelinga eller rommet er stengt ein dag som besøket varer.',
	'refusals.session-full.family': 'Denne tida er full.',
	'refusals.session-full.next':
		'Vel ei anna tid, eller set deg på ventelista. Blir det ledig, får du tilbod om plassen.',
	'refusals.session-full.officer':
		'Talet på grupper eller besøkjande ville gå over det besøkstida tek imot, medrekna det som er halde av og tilbode.',
	'refusals.too-soon.family': 'Det er for kort tid til besøket tek til.',
	'refusals.too-soon.next': 'Vel ei seinare tid. Hastar det, kan du ringje fengselet.',
	'refusals.too-soon.officer': 'Det er kortare tid att enn fristen for å bestille.',
	'refusals.too-far-ahead.family': 'Det går ikkje an å bestille så langt fram enno.',
	'refusals.too-far-ahead.next': 'Vel ein tidlegare dag, eller kom tilbake når det er nærare.',
	'refusals.too-far-ahead.officer': 'Dagen er lenger fram enn fengselet opnar for å bestille.',
	'refusals.in-the-past.family': 'Denne tida har alt teke til.',
	'refusals.in-the-past.next': 'Vel ei seinare tid.',
	'refusals.in-the-past.officer': 'Besøkstida har teke til eller er over.',
	'refusals.setting-too-open.family': 'Denne besøksforma passar ikkje for dette besøket.',
	'refusals.setting-too-open.next':
		'Vel ei av tidene som kalenderen viser for dykk. Finn du ingen, kan du ta kontakt med fengselet.',
	'refusals.setting-too-open.officer': 'Besøkstida eller rommet har ikkje all kontrollen som besøket treng.',
	'refusals.setting-stricter-than-needed.family': 'Her er det strengare kontroll enn besøket dykkar treng.',
	'refusals.setting-stricter-than-needed.next':
		'Vel ei tid med mindre kontroll. Vil du likevel ha denne, kan du be om ho når du bestiller.',
	'refusals.setting-stricter-than-needed.officer':
		'Besøkstida eller rommet har glasvegg, forbod mot fysisk kontakt eller avlytting som besøket ikkje treng og familien ikkje har bede om.',
	'refusals.hold-expired.family': 'Plassen var halden av ei stund, og har no gått til andre.',
	'refusals.hold-expired.next': 'Vel ei anna tid, eller set deg på ventelista.',
	'refusals.hold-expired.officer': 'Plassen vart ikkje lenger halden av, og er teken i mellomtida.',
	'refusals.room-not-open.family': 'Rommet kan ikkje brukast til dette besøket.',
	'refusals.room-not-open.next':
		'Sjå kven rommet er for, når det er ope, og kva samtykke det treng. Du kan også velje eit anna rom.',
	'refusals.room-not-open.officer':
		'Rommet er ikkje for avdelinga, nivået eller statusen til den innsette, tida er utanfor opningstida, eller eit samtykke manglar.',
	'refusals.room-taken.family': 'Rommet er oppteke då.',
	'refusals.room-taken.next':
		'Vel ei anna tid eller eit anna rom. Det går med litt tid til å gjere rommet klart mellom to besøk.',
	'refusals.room-taken.officer': 'Rommet er reservert då, medrekna tida til å gjere det klart.',
	'refusals.stay-length.family': 'Opphaldet er for kort eller for langt for dette rommet.',
	'refusals.stay-length.next': 'Vel ei anna lengd. På sida om rommet står det kor lenge eit opphald kan vare.',
	'refusals.stay-length.officer': 'Opphaldet er kortare eller lengre enn rommet tillèt, rekna i verkelege timar.',
	'refusals.rest-gap.family': 'Det er for få dagar mellom dette opphaldet og eit anna opphald med den du besøkjer.',
	'refusals.rest-gap.next': 'Vel ein dag som er lenger unna det andre opphaldet, eller bestill eit vanleg besøk.',
	'refusals.rest-gap.officer':
		'Det er for få dagar mellom dette opphaldet og opphaldet til den innsette før eller etter.',
} satisfies Record<keyof typeof source, string>
