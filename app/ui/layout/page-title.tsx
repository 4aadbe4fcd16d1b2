import type { ReactNode } from 'react'

type Props = {
	children: ReactNode
	/** One sentence under the title. */
	lead?: ReactNode
	/** What stands beside the title: a status, a button. */
	aside?: ReactNode
}

/** The page's one h1. */
export function PageTitle({ children, lead, aside }: Props) {
	return (
		<div className="page-title">
			<div className="cluster split">
				<h1 className="ds-heading" data-size="lg">
					{children}
				</h1>
				{aside}
			</div>
			{lead !== undefined && <p className="lead">{lead}</p>}
		</div>
	)
}
