import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { controlsByWeight } from '#app/domain/decisions/missing-in-draft.ts'
import { formatDate, formatDateTime, formatList } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type T, translator } from '#app/i18n/translate.ts'
import type { DecisionRow } from '#db/queries/decisions/decisions.ts'
import type { PartyRow } from '#db/queries/decisions/parties.ts'

/** Counts up with every change of the letter's words: a stored letter names the version that it was written from. */
export const letterTemplateVersion = 1

type Letter = PartyRow['letter']
type Section = Letter['sections'][number]

export interface LetterFacts {
	decision: DecisionRow
	/** Names as they are written. The prisoner's is null in a ban. */
	visitor: string
	prisoner: string | null
	childNames: ReadonlyMap<string, string>
	/** Who decided, and who approved. */
	officers: readonly string[]
	sentAt: Date
	/** The reader's last day to appeal; null on paper, where it counts from the day it is got. */
	appealUntil: LocalDate | null
	reader: 'visitor' | 'prisoner'
}

/** A decision's letter in the reader's language: what is decided, the rule, the facts, what was weighed, and how to appeal. */
export function writeLetter(facts: LetterFacts, locale: Locale): Letter {
	const t = translator(locale)
	const { decision, reader } = facts
	const title =
		reader === 'prisoner' ? t('decisions.letter.title.prisoner') : t(`decisions.letter.title.${decision.outcome}`)
	const sections = [
		decided(facts, locale, t),
		textSection(t('decisions.letter.rule.heading'), decision.rule),
		textSection(t('decisions.letter.facts.heading'), decision.facts),
		lesser(decision, t),
		children(facts, t),
		appealing(facts, locale, t),
		sender(facts, locale, t),
	]
	return { title, sections: sections.filter((section) => section !== null) }
}

function decided(facts: LetterFacts, locale: Locale, t: T): Section {
	const { decision, visitor, prisoner, reader } = facts
	const { outcome, controls } = decision
	const until = decision.until === null ? '' : formatDate(decision.until, locale, { year: true })
	const isEased = outcome === 'controls' && controls.length === 0
	const said = isEased ? 'decisions.letter.decided.controls-none' : (`decisions.letter.decided.${outcome}` as const)
	const paragraphs = [t(said, { visitor, prisoner: prisoner ?? '', until })]
	if (outcome === 'granted-with-limits' || outcome === 'controls')
		paragraphs.push(...controls.map((control) => t(`timetable.control.${control}`)))
	if (decision.interim && decision.fallsAwayAt)
		paragraphs.push(t('decisions.letter.interim', { time: formatDateTime(decision.fallsAwayAt, locale) }))
	const isGrant = outcome === 'granted' || outcome === 'granted-with-limits'
	if (isGrant && reader === 'visitor') paragraphs.push(t('decisions.letter.level'), t('decisions.letter.door'))
	return { heading: t('decisions.letter.decided.heading'), paragraphs }
}

function textSection(heading: string, text: string | null): Section | null {
	if (!text) return null
	return { heading, paragraphs: text.split(/\n{2,}/) }
}

function lesser({ lesserControls }: DecisionRow, t: T): Section | null {
	const paragraphs = controlsByWeight.flatMap((control) => {
		const why = lesserControls[control]
		return why ? [t('decisions.letter.lesser', { control: t(`timetable.control.${control}`), why })] : []
	})
	return paragraphs.length === 0 ? null : { heading: t('decisions.letter.lesser.heading'), paragraphs }
}

function children({ decision, childNames }: LetterFacts, t: T): Section | null {
	const paragraphs = Object.entries(decision.children).map(([id, why]) =>
		t('decisions.letter.child', { child: childNames.get(id) ?? '', why }),
	)
	return paragraphs.length === 0 ? null : { heading: t('decisions.letter.children.heading'), paragraphs }
}

function appealing({ appealUntil }: LetterFacts, locale: Locale, t: T): Section {
	const how =
		appealUntil === null
			? t('decisions.letter.appeal.paper')
			: t('decisions.letter.appeal', { day: formatDate(appealUntil, locale, { year: true }) })
	return {
		heading: t('decisions.letter.appeal.heading'),
		paragraphs: [how, t('decisions.letter.appeal.rights')],
	}
}

function sender({ officers, sentAt }: LetterFacts, locale: Locale, t: T): Section {
	const said = t('decisions.letter.sender', {
		officers: formatList(officers, locale),
		date: formatDate(sentAt, locale, { year: true }),
	})
	return { heading: t('decisions.letter.sender.heading'), paragraphs: [said] }
}
