import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'

/** Finds a prisoner, a visitor or a booking code. The `/` key goes to it where scripts run. */
export function StaffSearch({ label, query }: { label: string; query?: string | undefined }) {
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
				<button type="submit" className="ds-button" data-variant="secondary">
					{t('common.search')}
				</button>
			</form>
		</search>
	)
}
