import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'

export type StaffSearchProps = {
	label: string
	query?: string | undefined
	/** What the officer's last search was for, kept while they go on searching. */
	reason?: string | undefined
}

/** Finds a prisoner, a visitor or a booking code. The `/` key goes to it where scripts run. */
export function StaffSearch({ label, query, reason }: StaffSearchProps) {
	const t = useT()
	return (
		<search className="search">
			<form method="get" action={paths.staff.search()}>
				<label className="ds-sr-only" htmlFor="staff-search">
					{label}
				</label>
				<input
					className="ds-input"
					type="search"
					id="staff-search"
					name="q"
					defaultValue={query}
					placeholder={label}
					autoComplete="off"
					spellCheck={false}
					aria-keyshortcuts="/"
				/>
				{reason !== undefined && <input type="hidden" name="reason" value={reason} />}
				<button type="submit" className="ds-button" data-variant="secondary">
					{t('common.search')}
				</button>
			</form>
		</search>
	)
}
