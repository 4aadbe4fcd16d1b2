import { type ReactNode, useId } from 'react'

type Props = {
	title: string
	/** What stands against it, and what would make it possible. */
	items: readonly { text: string; next?: ReactNode }[]
	/** Where to turn. */
	contact?: ReactNode
}

/** Everything that stands against what was asked, together; it takes the focus when the answer comes. */
export function RefusalList({ title, items, contact }: Props) {
	const id = useId()
	return (
		// biome-ignore lint/a11y/noAutofocus: after a page load the focus must be told where to go
		<section className="refusals stack" aria-labelledby={id} tabIndex={-1} autoFocus>
			<h2 className="ds-heading" data-size="xs" id={id}>
				{title}
			</h2>
			<ul>
				{items.map((item) => (
					<li key={item.text}>
						<p>{item.text}</p>
						{item.next !== undefined && <p className="subtle">{item.next}</p>}
					</li>
				))}
			</ul>
			{contact !== undefined && <p>{contact}</p>}
		</section>
	)
}
