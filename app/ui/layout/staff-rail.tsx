import { useId } from 'react'

export type RailLink = {
	label: string
	href: string
	/** How many wait there; none is not shown. */
	count?: number | undefined
	current?: boolean | undefined
}

export type RailSection = { title: string; links: readonly RailLink[] }

/** One named group of the officers' menu, with counts of what waits. */
export function StaffRailSection({
	section,
	countLabel,
}: {
	section: RailSection
	countLabel: (count: number) => string
}) {
	const id = useId()
	return (
		<section aria-labelledby={id}>
			<h2 id={id}>{section.title}</h2>
			<ul>
				{section.links.map((link) => (
					<li key={link.href}>
						<a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
							<span>{link.label}</span>
							{link.count !== undefined && link.count > 0 && (
								<span className="count">
									<span aria-hidden="true">{link.count}</span>
									<span className="ds-sr-only">{countLabel(link.count)}</span>
								</span>
							)}
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}
