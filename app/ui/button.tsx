import type { ReactNode } from 'react'

type ButtonContent = {
	/**
	 * Primary is the one main action of a page; danger is for what cannot be undone,
	 * and is drawn in outline: a page of worry needs no red block.
	 */
	variant?: 'primary' | 'secondary' | 'tertiary' | 'danger' | undefined
	/** What a screen reader adds after the words, when the same words stand in many rows. */
	about?: string | undefined
	children: ReactNode
}

function variantProps(variant: ButtonContent['variant'] = 'primary') {
	return {
		className: 'ds-button',
		'data-color': variant === 'danger' ? 'danger' : undefined,
		'data-variant': variant === 'primary' ? undefined : variant === 'tertiary' ? 'tertiary' : 'secondary',
	}
}

function Words({ children, about }: Pick<ButtonContent, 'children' | 'about'>) {
	return (
		<span>
			{children}
			{about !== undefined && <span className="ds-sr-only"> {about}</span>}
		</span>
	)
}

type SubmitProps = ButtonContent & { name?: string; value?: string; form?: string; formAction?: string }

/** Sends its form. Several may stand in one form and be told apart by name and value. */
export function SubmitButton({ variant, children, about, ...button }: SubmitProps) {
	return (
		<button type="submit" {...variantProps(variant)} {...button}>
			<Words about={about}>{children}</Words>
		</button>
	)
}

/** A link that looks like a button, for the main way on. */
export function ButtonLink({ href, variant, children, about }: ButtonContent & { href: string }) {
	return (
		<a href={href} {...variantProps(variant)}>
			<Words about={about}>{children}</Words>
		</a>
	)
}
