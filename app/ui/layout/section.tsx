import { type ReactNode, useId } from 'react'

type Props = {
	title: string
	/** The heading's level; h2 unless it stands inside another section. */
	level?: 2 | 3
	id?: string
	children: ReactNode
}

/** A part of a page with a heading that names it. */
export function Section({ title, level = 2, id, children }: Props) {
	const headingId = useId()
	const Heading = level === 2 ? 'h2' : 'h3'
	return (
		<section className="section" id={id} aria-labelledby={headingId}>
			<Heading className="ds-heading" data-size={level === 2 ? 'sm' : 'xs'} id={headingId}>
				{title}
			</Heading>
			{children}
		</section>
	)
}
