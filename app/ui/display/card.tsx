import type { ReactNode } from 'react'

type Props = {
	title?: ReactNode
	/** Makes the title a link whose target is the whole card. */
	href?: string
	/** For the one card of a page that matters most. */
	emphasis?: boolean
	level?: 2 | 3
	children?: ReactNode
}

export function Card({ title, href, emphasis, level = 2, children }: Props) {
	const Heading = level === 2 ? 'h2' : 'h3'
	return (
		<div className="ds-card" data-emphasis={emphasis === true ? '' : undefined}>
			{title !== undefined && (
				<Heading className="ds-heading" data-size="xs">
					{href === undefined ? (
						title
					) : (
						<a className="card-link" href={href}>
							{title}
						</a>
					)}
				</Heading>
			)}
			{children}
		</div>
	)
}

/** Cards in a list, so that a screen reader says how many there are. */
export function CardList({ children }: { children: readonly ReactNode[] }) {
	return (
		<ul className="card-list">
			{children.map((child, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server
				<li key={index}>{child}</li>
			))}
		</ul>
	)
}
