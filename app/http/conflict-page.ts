import type { Conflict, ConflictActor, ConflictSubject } from '#app/domain/conflict.ts'
import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

export interface ProblemTexts {
	title: string
	texts: string[]
	/** Where the thing is seen as it stands now. */
	wayOn?: { href: string; text: string }
}

/** What was done before, by whom and when; and the way to the thing as it stands now. */
export function conflictPage(
	{ what, by, at, subject }: Conflict,
	{ t, locale, area }: { t: T; locale: Locale; area: AccountKind },
): ProblemTexts {
	const who = by && nameOf(by, t, area)
	const done = t(`conflict.${what}`, { by: by ? 'some' : 'none', who: who ?? '' })
	const when = by && at ? ` ${t('conflict.when', { time: formatDateTime(at, locale) })}` : ''
	return {
		title: t('conflict.title'),
		texts: [
			`${done}${when}`,
			// Whoever wrote first is somebody else, and this request's transaction was undone.
			...(area === 'staff' && by && by.kind !== 'you' ? [t('conflict.yours-not-saved')] : []),
			t('conflict.next'),
		],
		...(subject ? { wayOn: { href: href[area](subject), text: t(`conflict.to.${subject.kind}`) } } : {}),
	}
}

function nameOf(by: ConflictActor, t: T, area: AccountKind): string {
	if (by.kind === 'officer') return by.name
	if (by.kind === 'family') return t(area === 'family' ? 'conflict.by.party' : 'conflict.by.family')
	return t(`conflict.by.${by.kind}`)
}

type Subject = { kind: ConflictSubject; ref: string }

const href: Readonly<Record<AccountKind, (subject: Subject) => string>> = {
	family: ({ kind, ref }) => {
		if (kind === 'application') return paths.application(ref)
		if (kind === 'waiting-list') return paths.waitingList()
		if (kind === 'top-up') return paths.topUp(ref)
		if (kind === 'contact') return paths.me()
		return kind === 'visit' ? paths.visit(ref) : paths.home()
	},
	staff: ({ kind, ref }) => {
		if (kind === 'visit' || kind === 'review') return paths.staff.booking(ref)
		if (kind === 'application') return paths.staff.application(ref)
		if (kind === 'closures') return paths.staff.closures()
		if (kind === 'top-up') return paths.staff.topUpDetails(ref)
		if (kind === 'refund') return paths.staff.refund(ref)
		if (kind === 'reconciliation') return paths.staff.reconciliation()
		if (kind === 'funds') return paths.staff.funds()
		if (kind === 'restriction') return paths.staff.restriction(ref)
		return kind === 'import' ? paths.staff.registerImport(ref) : paths.staff.today()
	},
}
