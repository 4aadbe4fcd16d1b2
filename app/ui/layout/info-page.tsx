import type { ReactNode } from 'react'
import type { TextKey } from '#app/i18n/catalogue.ts'
import { useT } from '#app/i18n/react.tsx'
import { PageTitle } from './page-title.tsx'
import { Section } from './section.tsx'

type Props = {
	title: TextKey
	intro: TextKey
	/** One text as a paragraph, several as a list. */
	sections: readonly { title: TextKey; texts: readonly TextKey[] }[]
	children?: ReactNode
}

/** A page that is only read. */
export function InfoPage({ title, intro, sections, children }: Props) {
	const t = useT()
	return (
		<>
			<PageTitle lead={t(intro)}>{t(title)}</PageTitle>
			{sections.map(({ title: heading, texts }) => (
				<Section key={heading} title={t(heading)}>
					{texts.length === 1 ? (
						texts.map((text) => <p key={text}>{t(text)}</p>)
					) : (
						<ul>
							{texts.map((text) => (
								<li key={text}>{t(text)}</li>
							))}
						</ul>
					)}
				</Section>
			))}
			{children}
		</>
	)
}
