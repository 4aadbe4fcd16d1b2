import { formatDate } from '#app/i18n/format.ts'
import { htmlLang, type Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SummaryList } from '../display/summary-list.tsx'
import { Section } from '../layout/section.tsx'

type Props = {
	letter: { title: string; sections: readonly { heading: string; paragraphs: readonly string[] }[] }
	/** The language that it was written in, which the page around it need not be. */
	language: Locale
	sentAt: Date
	/** The reader's last day to appeal; null where none is set. */
	appealUntil: string | null
}

/** A decision's letter, just as it was sent. */
export function Letter({ letter, language, sentAt, appealUntil }: Props) {
	const t = useT()
	const locale = useLocale()
	const dates = [{ label: t('decisions.letter.sent'), value: formatDate(sentAt, locale, { year: true }) }]
	if (appealUntil !== null)
		dates.push({ label: t('decisions.letter.last-appeal-day'), value: formatDate(appealUntil, locale, { year: true }) })
	return (
		<Section title={t('decisions.letter.own')}>
			<SummaryList rows={dates} />
			<div lang={htmlLang[language]} className="stack stack-wide">
				<p>
					<strong>{letter.title}</strong>
				</p>
				{letter.sections.map(({ heading, paragraphs }) => (
					<Section key={heading} title={heading} level={3}>
						{paragraphs.map((paragraph) => (
							<p key={paragraph}>{paragraph}</p>
						))}
					</Section>
				))}
			</div>
		</Section>
	)
}
