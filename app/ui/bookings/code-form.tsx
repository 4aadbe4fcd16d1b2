import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { TextField } from '../forms/text-field.tsx'

type Props = {
	/** The code that was asked for. */
	code?: string
	/** What is wrong with it, as a text key. */
	error?: string | undefined
}

/** The code of a pass, typed or scanned. */
export function CodeForm({ code, error }: Props) {
	const t = useT()
	const field = {
		id: 'code',
		name: 'code',
		errorId: 'code-error',
		descriptionId: 'code-hint',
		initialValue: code,
		errors: error === undefined ? undefined : [error],
	}
	return (
		<form className="form" method="get" action={paths.staff.checkIn()}>
			<TextField
				field={field}
				label={t('bookings.officer.gate.code')}
				hint={t('bookings.officer.gate.code-hint')}
				code
				autoComplete="off"
				size={10}
				maxLength={12}
				autoFocus
			/>
			<div>
				<SubmitButton>{t('bookings.officer.gate.find')}</SubmitButton>
			</div>
		</form>
	)
}
