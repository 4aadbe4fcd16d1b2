import type { ReactNode } from 'react'

type Props = { title: string; level?: 2 | 3; id?: string; children: ReactNode }

/**
 * A part of a page with a heading, where a landmark of that name would be one too many: its table is one already, or several
 * parts are called the same.
 */
export function Subsection({ title, level = 2, id, children }: Props) {
	const Heading = level === 2 ? 'h2' : 'h3'
	return (
		<div className="section" id={id}>
			<Heading className="ds-heading" data-size={level === 2 ? 'sm' : 'xs'}>
				{title}
			</Heading>
			{children}
		</div>
	)
}
