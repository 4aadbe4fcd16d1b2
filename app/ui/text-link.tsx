import type { ReactNode } from 'react'

/** A plain anchor in designsystemet's dress; `about` is read aloud after the words where the same words come many times. */
export function TextLink({ href, about, children }: { href: string; about?: string; children: ReactNode }) {
	return (
		<a className="ds-link" href={href}>
			{children}
			{about !== undefined && <span className="ds-sr-only"> {about}</span>}
		</a>
	)
}
