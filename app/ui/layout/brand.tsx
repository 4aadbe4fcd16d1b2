/** Two circles that meet, and the name. */
export function Brand({ href, name }: { href: string; name: string }) {
	return (
		<a className="brand" href={href}>
			<svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true" focusable="false">
				<circle cx="11.5" cy="16" r="8.5" />
				<circle cx="20.5" cy="16" r="8.5" />
				<path d="M16 8.8a8.5 8.5 0 0 1 0 14.4 8.5 8.5 0 0 1 0-14.4Z" fill="currentColor" stroke="none" />
			</svg>
			<span>{name}</span>
		</a>
	)
}
