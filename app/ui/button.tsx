import type { ReactNode } from 'react'

type Look = {
	/**
	 * Primary is the one main deed of a page; danger is for what cannot be undone,
	 * and is drawn in outline: a page of worry needs no red block.
	 */
	variant?: 'primary' | 'secondary' | 'tertiary' | 'danger' | undefined
	/** What a screen reader adds after the words, when the same words stand in many rows. */
	about?: string | undefined
	children: ReactNode
}

function look(variant: Look['variant'] = 'primary') {
	return {
		className: 'ds-button',
		'data-color': variant === 'danger' ? 'danger' : undefined,
		'data-variant': variant === 'primary' ? undefined : variant === 'tertiary' ? 'tertiary' : 'secondary',
	}
}

function Words({ children, about }: Pick<Look, 'children' | 'about'>) {
	return (
		<span>
			{children}
			{about !== undefined && <span className="ds-sr-only"> {about}</span>}
		</span>
	)
}

type SubmitProps = Look & { name?: string; value?: string; form?: string; formAction?: string }

/** Sends its form. Several may stand in one form and be told apart by name and value. */
export function SubmitButton({ variant, children, about, ...button }: SubmitProps) {
	return (
		<button type="submit" {...look(variant)} {...button}>
			<Words about={about}>{children}</Words>
		</button>
	)
}

/** A link that looks like a button, for the main way on. */
export function ButtonLink({ href, variant, children, about }: Look & { href: string }) {
	return (
		<a href={href} {...look(variant)}>
			<Words about={about}>{children}</Words>
		</a>
	)
}
