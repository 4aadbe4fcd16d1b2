import type { ReactNode } from 'react'
import { TextLink } from '../text-link.tsx'
import { PageTitle } from './page-title.tsx'

type Props = {
	title: string
	/** What happened, and what to do now, a sentence or two each. */
	texts: readonly string[]
	/** Where the thing is seen as it stands now. */
	wayOn?: { href: string; text: string } | undefined
	/** What to read out when calling; it tells nothing by itself. */
	reference?: string | undefined
	/** The way on: a link or a button. */
	children?: ReactNode
}

/** Something stands in the way of the page that was asked for. */
export function ProblemPage({ title, texts, wayOn, reference, children }: Props) {
	return (
		<>
			<PageTitle>{title}</PageTitle>
			{texts.map((text) => (
				<p key={text}>{text}</p>
			))}
			{wayOn && (
				<p>
					<TextLink href={wayOn.href}>{wayOn.text}</TextLink>
				</p>
			)}
			{children}
			{reference !== undefined && <p className="subtle">{reference}</p>}
		</>
	)
}
