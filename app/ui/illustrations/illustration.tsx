import type { ComponentType, ReactElement } from 'react'

export type IllustrationProps = {
	/** Without a title the drawing only repeats what words say beside it, and is hidden from screen readers. */
	title?: string | undefined
}

/** Puts lines on the paper of every drawing: one size, one pen. */
export function illustration(lines: ReactElement): ComponentType<IllustrationProps> {
	return ({ title }) => (
		<svg
			className="drawing"
			viewBox="0 0 120 90"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			strokeLinejoin="round"
			focusable="false"
			role={title === undefined ? undefined : 'img'}
			aria-label={title}
			aria-hidden={title === undefined ? true : undefined}
		>
			{lines}
		</svg>
	)
}

/** A light wash of the pen's own colour, for what should come forward. */
export const wash = { fill: 'currentColor', fillOpacity: 0.1 } as const

/** The floor everything stands on. */
export function Floor() {
	return <path d="M8 80h104" strokeOpacity="0.45" />
}
