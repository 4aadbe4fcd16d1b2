import type { ReactNode } from 'react'

export type TimelineItem = {
	/** The time in words, and as a machine reads it. */
	when: string
	dateTime?: string
	title: string
	detail?: ReactNode
}

/** What has happened, in the order given. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
	return (
		<ol className="timeline">
			{items.map((item) => (
				<li key={`${item.when} ${item.title}`}>
					<strong>{item.title}</strong>
					<div className="subtle small">
						<time dateTime={item.dateTime}>{item.when}</time>
					</div>
					{item.detail !== undefined && <div>{item.detail}</div>}
				</li>
			))}
		</ol>
	)
}
