import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'

export type SummaryRow = {
	/** What it is, in a word or two; also read aloud with the change link. */
	label: string
	value: ReactNode
	changeHref?: string | undefined
}

/** Facts, or answers to look over, each with the way back to its question. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
	const t = useT()
	return (
		<dl className="summary-list" data-changes={rows.some((row) => row.changeHref !== undefined) ? '' : undefined}>
			{rows.map((row) => (
				<div key={row.label}>
					<dt>{row.label}</dt>
					<dd>{row.value}</dd>
					{row.changeHref !== undefined && (
						<dd className="summary-change">
							<a className="ds-link" href={row.changeHref}>
								<span aria-hidden="true">{t('common.change')}</span>
								<span className="ds-sr-only">{t('common.change-what', { what: row.label })}</span>
							</a>
						</dd>
					)}
				</div>
			))}
		</dl>
	)
}
