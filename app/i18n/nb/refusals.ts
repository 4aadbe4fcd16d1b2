/** A neutral code has no text for the family but the shared one; a member is named only to themselves or their guardian. */
export const refusals = {
	'refusals.neutral.family': 'Denne tiden kan ikke tilbys.',
	'refusals.neutral.next':
		'Du kan velge en annen tid. Har du spørsmål, kan du ta kontakt med besøksavdelingen i fengselet.',
	'refusals.someone.next':
		'Be de andre voksne om å logge inn og se hva som gjelder for dem. Du kan også endre hvem som skal være med.',
	'refusals.permit-missing.family': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.permit-missing.you': 'Du har ikke besøkstillatelse til den du vil besøke.',
	'refusals.permit-missing.child': 'Barnet ditt har ikke besøkstillatelse til den dere vil besøke.',
	'refusals.permit-missing.someone': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.permit-missing.next':
		'Alle som skal på besøk, trenger sin egen tillatelse. Det gjelder barn også. Søk om tillatelse først. Når den er gitt, kan du bestille besøk.',
	'refusals.permit-missing.officer':
		'Minst én i følget har ikke tillatelse til den innsatte, eller bare tillatelse til telefon.',
	'refusals.permit-not-active.family': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.permit-not-active.you': 'Besøkstillatelsen din gjelder ikke den dagen.',
	'refusals.permit-not-active.child': 'Besøkstillatelsen til barnet ditt gjelder ikke den dagen.',
	'refusals.permit-not-active.someone': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.permit-not-active.next':
		'Velg en dag da tillatelsen gjelder, eller ta kontakt med fengselet for å få vite hva som skal til.',
	'refusals.permit-not-active.officer':
		'Minst én tillatelse i følget er stanset, avsluttet eller utløpt på besøksdagen, eller fristen for ny kontroll er ute da.',
	'refusals.visitor-banned.family': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.visitor-banned.you': 'Du kan ikke komme på besøk her den dagen. Fengselet har bestemt det for en periode.',
	'refusals.visitor-banned.child':
		'Barnet ditt kan ikke komme på besøk her den dagen. Fengselet har bestemt det for en periode.',
	'refusals.visitor-banned.someone': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.visitor-banned.next':
		'Velg en dag etter at perioden er over. Ta kontakt med fengselet hvis du vil vite når det er, eller hvis du er uenig.',
	'refusals.visitor-banned.officer': 'Minst én i følget er utestengt fra besøk her på besøksdagen.',
	'refusals.protective-order.officer':
		'Et besøksforbud etter straffeprosessloven § 222 a mellom den innsatte og noen i følget gjelder under besøket.',
	'refusals.booker-not-in-party.family': 'Du er ikke selv med på besøket du bestiller.',
	'refusals.booker-not-in-party.next':
		'Ta deg selv med. For ditt eget barn kan du bestille uten å være med når barnet er gammelt nok til å komme alene til dette fengselet.',
	'refusals.booker-not-in-party.officer':
		'Den som bestiller, er voksen og ikke med i følget, og følget er ikke bare egne barn som kan komme alene.',
	'refusals.duplicate-visitor.family': 'Den samme personen står to ganger.',
	'refusals.duplicate-visitor.next': 'Ta bort den ene, og prøv igjen.',
	'refusals.duplicate-visitor.officer': 'Samme person står to ganger i følget.',
	'refusals.no-adult.family': 'Besøket mangler en voksen.',
	'refusals.no-adult.next': 'Barn kommer sammen med en som har fylt 18 år. Ta med en voksen som har tillatelse.',
	'refusals.no-adult.officer': 'Ingen i følget er 18 år på besøksdagen, og minst én er for ung til å komme alene.',
	'refusals.guardian-consent-missing.family': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.guardian-consent-missing.you':
		'Besøkstillatelsen din mangler et skriftlig samtykke fra den eller dem du bor hos.',
	'refusals.guardian-consent-missing.child':
		'Besøkstillatelsen til barnet ditt mangler et skriftlig samtykke fra den eller dem barnet bor hos.',
	'refusals.guardian-consent-missing.someone': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.guardian-consent-missing.next':
		'Send samtykket til fengselet. Har barnevernet omsorgen, er det barnevernet som samtykker.',
	'refusals.guardian-consent-missing.officer':
		'Minst ett barn i følget mangler gyldig skriftlig samtykke fra foresatte.',
	'refusals.too-many-adults.family': 'Dere er flere voksne enn det er plass til på ett besøk.',
	'refusals.too-many-adults.next':
		'Ta med færre voksne, eller fordel dere på flere besøk. Fengselet kan gjøre unntak hvis det er god grunn til det.',
	'refusals.too-many-adults.officer': 'Følget har flere voksne enn fengselet tar imot på ett besøk.',
	'refusals.too-many-visitors.family': 'Dere er flere enn det er plass til på dette besøket.',
	'refusals.too-many-visitors.next':
		'Ta med færre, velg en annen tid eller et annet rom, eller fordel dere på flere besøk. Fengselet kan gjøre unntak hvis det er god grunn til det.',
	'refusals.too-many-visitors.officer': 'Følget er større enn fengselet, besøkstiden eller rommet tar imot.',
	'refusals.court-restriction.officer':
		'Retten har bestemt besøksforbud eller isolasjon som gjelder når besøket begynner, og ikke alle i følget er unntatt.',
	'refusals.prisoner-not-here.officer': 'Den innsatte er i et annet fengsel eller ute (retten, sykehus, permisjon).',
	'refusals.prisoner-released.officer': 'Den innsatte er løslatt.',
	'refusals.non-association.officer':
		'Den innsatte eller noen i følget skal holdes atskilt fra noen som er i samme område da, eller fra noen i følget.',
	'refusals.prisoner-already-booked.family': 'Den du besøker, har allerede et besøk på denne tiden.',
	'refusals.prisoner-already-booked.next': 'Velg en annen tid.',
	'refusals.prisoner-already-booked.officer': 'Den innsatte har et annet besøk, eller noen holder av et, på samme tid.',
	'refusals.visitor-already-booked.family': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.visitor-already-booked.you': 'Du har allerede et annet besøk på denne tiden.',
	'refusals.visitor-already-booked.child': 'Barnet ditt har allerede et annet besøk på denne tiden.',
	'refusals.visitor-already-booked.someone': 'En av dem som skal være med, kan ikke komme på dette besøket.',
	'refusals.visitor-already-booked.next': 'Velg en annen tid, eller endre det andre besøket først.',
	'refusals.visitor-already-booked.officer':
		'Minst én i følget har et annet besøk på samme tid, her eller et annet sted.',
	'refusals.weekly-visit-limit.family': 'Den du besøker, har ikke flere besøk igjen den uken.',
	'refusals.weekly-visit-limit.next':
		'Velg en annen uke. Mange fengsler gir et besøk ekstra når den du besøker, får besøk av sitt eget barn under 18 år. Fengselet kan gjøre unntak hvis det er god grunn til det.',
	'refusals.weekly-visit-limit.officer': 'Antallet familiebesøk for den innsatte er nådd den uken (mandag til søndag).',
	'refusals.weekly-video-limit.family': 'Den du besøker, har ikke flere videobesøk igjen den uken.',
	'refusals.weekly-video-limit.next': 'Velg en annen uke, eller et besøk i fengselet hvis det passer bedre.',
	'refusals.weekly-video-limit.officer': 'Antallet videobesøk for den innsatte er nådd den uken (mandag til søndag).',
	'refusals.monthly-hours-limit.family': 'Den du besøker, har ikke nok besøkstimer igjen den måneden.',
	'refusals.monthly-hours-limit.next':
		'Velg et kortere besøk eller en annen måned. Fengselet kan gjøre unntak hvis det er god grunn til det.',
	'refusals.monthly-hours-limit.officer': 'Besøket ville gå over timetallet for den innsatte i kalendermåneden.',
	'refusals.session-not-open.family': 'Denne tiden er satt av til andre besøk.',
	'refusals.session-not-open.next': 'Velg en av tidene som kalenderen viser for dere.',
	'refusals.session-not-open.officer':
		'Besøkstiden er ikke for den innsattes avdeling, sikkerhetsnivå eller status, eller den er for den andre typen besøk (familie eller offentlig).',
	'refusals.session-cancelled.family': 'Fengselet har avlyst denne besøkstiden.',
	'refusals.session-cancelled.next': 'Velg en annen tid.',
	'refusals.session-cancelled.officer': 'En stenging gjelder denne besøkstiden.',
	'refusals.closed-day.family': 'Det er stengt for besøk den dagen.',
	'refusals.closed-day.next': 'Velg en annen dag.',
	'refusals.closed-day.officer': 'Fengselet, avdelingen eller rommet er stengt en dag som besøket varer.',
	'refusals.session-full.family': 'Denne tiden er full.',
	'refusals.session-full.next':
		'Velg en annen tid, eller sett deg på ventelisten. Blir det ledig, får du tilbud om plassen.',
	'refusals.session-full.officer':
		'Antallet grupper eller besøkende ville gå over det besøkstiden tar imot, medregnet det som holdes av og er tilbudt.',
	'refusals.too-soon.family': 'Det er for kort tid til besøket begynner.',
	'refusals.too-soon.next': 'Velg en senere tid. Haster det, kan du ringe fengselet.',
	'refusals.too-soon.officer': 'Det er kortere tid igjen enn fristen for å bestille.',
	'refusals.too-far-ahead.family': 'Det går ikke an å bestille så langt fram ennå.',
	'refusals.too-far-ahead.next': 'Velg en tidligere dag, eller kom tilbake når det er nærmere.',
	'refusals.too-far-ahead.officer': 'Dagen er lenger fram enn fengselet åpner for å bestille.',
	'refusals.in-the-past.family': 'Denne tiden har allerede begynt.',
	'refusals.in-the-past.next': 'Velg en senere tid.',
	'refusals.in-the-past.officer': 'Besøkstiden har begynt eller er over.',
	'refusals.setting-too-open.family': 'Denne besøksformen passer ikke for dette besøket.',
	'refusals.setting-too-open.next':
		'Velg en av tidene som kalenderen viser for dere. Finner du ingen, kan du ta kontakt med fengselet.',
	'refusals.setting-too-open.officer': 'Besøkstiden eller rommet har ikke all kontrollen som besøket trenger.',
	'refusals.setting-stricter-than-needed.family': 'Her er det strengere kontroll enn besøket deres trenger.',
	'refusals.setting-stricter-than-needed.next':
		'Velg en tid med mindre kontroll. Vil du likevel ha denne, kan du be om den når du bestiller.',
	'refusals.setting-stricter-than-needed.officer':
		'Besøkstiden eller rommet har glassvegg, forbud mot fysisk kontakt eller avlytting som besøket ikke trenger og familien ikke har bedt om.',
	'refusals.hold-expired.family': 'Plassen var holdt av en stund, og er nå gått til andre.',
	'refusals.hold-expired.next': 'Velg en annen tid, eller sett deg på ventelisten.',
	'refusals.hold-expired.officer': 'Plassen ble ikke lenger holdt av, og er tatt i mellomtiden.',
	'refusals.room-not-open.family': 'Rommet kan ikke brukes til dette besøket.',
	'refusals.room-not-open.next':
		'Se hvem rommet er for, når det er åpent, og hvilke samtykker det trenger. Du kan også velge et annet rom.',
	'refusals.room-not-open.officer':
		'Rommet er ikke for den innsattes avdeling, nivå eller status, tiden er utenfor åpningstiden, eller et samtykke mangler.',
	'refusals.room-taken.family': 'Rommet er opptatt da.',
	'refusals.room-taken.next':
		'Velg en annen tid eller et annet rom. Det går med litt tid til å gjøre rommet klart mellom to besøk.',
	'refusals.room-taken.officer': 'Rommet er reservert da, medregnet tiden til å gjøre det klart.',
	'refusals.stay-length.family': 'Oppholdet er for kort eller for langt for dette rommet.',
	'refusals.stay-length.next': 'Velg en annen lengde. På siden om rommet står det hvor lenge et opphold kan vare.',
	'refusals.stay-length.officer': 'Oppholdet er kortere eller lengre enn rommet tillater, regnet i virkelige timer.',
	'refusals.rest-gap.family': 'Det er for få dager mellom dette oppholdet og et annet opphold med den du besøker.',
	'refusals.rest-gap.next': 'Velg en dag som er lenger unna det andre oppholdet, eller bestill et vanlig besøk.',
	'refusals.rest-gap.officer': 'Det er for få dager mellom dette oppholdet og den innsattes opphold før eller etter.',
} as const
