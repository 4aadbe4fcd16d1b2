import type { ReactNode } from 'react'

/** What would be here, and how to get it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
	return (
		<div className="empty stack">
			<p>
				<strong>{title}</strong>
			</p>
			{typeof children === 'string' ? <p className="subtle">{children}</p> : children}
			{action !== undefined && <div>{action}</div>}
		</div>
	)
}
