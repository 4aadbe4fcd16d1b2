import type { ReactNode } from 'react'
import { FormContextField } from './form-context.tsx'
import { usePageAddress } from './page-address.tsx'

type Props = {
	/** Conform's form id; the fields' ids begin with it. */
	id?: string
	/** Where it is sent; the page itself unless another is named. */
	action?: string
	/** How its parts lie: fields under each other, buttons in a row, or as they come. */
	layout?: 'fields' | 'row' | 'plain'
	children: ReactNode
}

const classes = { fields: 'form', row: 'cluster', plain: undefined } as const

/** A native form that says whom it is rendered for. The server checks it: the browser's own bubbles speak another language and vanish. */
export function PostForm({ id, action, layout = 'fields', children }: Props) {
	const here = usePageAddress()
	return (
		<form className={classes[layout]} method="post" noValidate id={id} action={action ?? here}>
			<FormContextField />
			{children}
		</form>
	)
}

/** The main button last; what else can be done stands beside it. */
export function FormActions({ children }: { children: ReactNode }) {
	return <div className="form-actions">{children}</div>
}
