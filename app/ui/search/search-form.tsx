import { searchReasons } from '#app/domain/search/reasons.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { Select } from '../forms/select.tsx'
import { TextField } from '../forms/text-field.tsx'

type Props = {
	typed: string
	reason: string
	/** What is wrong with either, as text keys. */
	errors: { q?: string | undefined; reason?: string | undefined }
}

const fieldOf = (name: 'q' | 'reason', initialValue: string, error: string | undefined) => ({
	...{ id: `find-${name}`, name, errorId: `find-${name}-error`, descriptionId: `find-${name}-hint`, initialValue },
	errors: error === undefined ? undefined : [error],
})

/** Whom an officer looks for, and why; both stay as they were. */
export function SearchForm({ typed, reason, errors }: Props) {
	const t = useT()
	return (
		<form className="form" method="get" action={paths.staff.search()} noValidate>
			<TextField
				field={fieldOf('q', typed, errors.q)}
				label={t('search.what')}
				hint={t('search.what-hint')}
				type="search"
				autoComplete="off"
				maxLength={100}
				code
			/>
			<Select
				field={fieldOf('reason', reason, errors.reason)}
				label={t('search.reason')}
				hint={t('search.reason-hint')}
				empty={t('search.reason-empty')}
				options={searchReasons.map((value) => ({ value, label: t(`search.reason.${value}`) }))}
			/>
			<div>
				<SubmitButton>{t('common.search')}</SubmitButton>
			</div>
		</form>
	)
}
