import type { ReactNode } from 'react'
import { InfoIcon, ShapeIcon } from '../icons.tsx'

type Props = {
	/** A warning asks to be read before going on; neither kind blames. */
	kind?: 'info' | 'warning' | 'neutral' | 'done'
	title?: string
	/** Read aloud when the page has come back with news, such as that something was saved. */
	news?: boolean
	children?: ReactNode
}

const colours = { info: 'accent', warning: 'warning', neutral: 'neutral', done: 'accent' } as const

export function Notice({ kind = 'info', title, news, children }: Props) {
	return (
		<div className="notice" data-color={colours[kind]} role={news === true ? 'status' : undefined}>
			{kind === 'warning' && <ShapeIcon shape="attention" />}
			{kind === 'done' && <ShapeIcon shape="done" />}
			{(kind === 'info' || kind === 'neutral') && <InfoIcon />}
			<div>
				{title !== undefined && (
					<p>
						<strong>{title}</strong>
					</p>
				)}
				{typeof children === 'string' ? <p>{children}</p> : children}
			</div>
		</div>
	)
}
