import type { ReactNode } from 'react'

type Props = {
	/** Conform's form id; the fields' ids begin with it. */
	id?: string
	/** Where it is sent; the page itself unless another is named. */
	action?: string
	children: ReactNode
}

/** A native form. The server checks it: the browser's own bubbles speak another language and vanish. */
export function PostForm({ id, action, children }: Props) {
	return (
		<form className="form" method="post" noValidate id={id} action={action}>
			{children}
		</form>
	)
}

/** The main button last; what else can be done stands beside it. */
export function FormActions({ children }: { children: ReactNode }) {
	return <div className="form-actions">{children}</div>
}
