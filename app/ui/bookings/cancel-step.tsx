import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { RadioGroup } from '../forms/choice-group.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'

/** Cancels for the prison or for the prisoner, with the reason that the family reads. */
export function CancelStep({ version, errors }: { version: number; errors?: readonly string[] | undefined }) {
	const t = useT()
	const by = {
		id: 'cancel-by',
		name: 'onBehalfOf',
		errorId: 'cancel-by-error',
		descriptionId: 'cancel-by-hint',
		initialValue: 'prison',
	}
	const reason = {
		id: 'cancel-reason',
		name: 'reason',
		errorId: 'cancel-reason-error',
		descriptionId: 'cancel-reason-hint',
		errors,
	}
	return (
		<details open={errors !== undefined}>
			<summary>{t('bookings.officer.step.cancel')}</summary>
			<PostForm>
				<HiddenFields values={{ step: 'cancel', version }} />
				<RadioGroup
					field={by}
					label={t('bookings.officer.cancel.by')}
					choices={[
						{ value: 'prison', label: t('bookings.officer.cancel.by-prison') },
						{ value: 'prisoner', label: t('bookings.officer.cancel.by-prisoner') },
					]}
				/>
				<TextField field={reason} label={t('common.reason')} hint={t('bookings.officer.cancel.hint')} maxLength={500} />
				<FormActions>
					<SubmitButton variant="danger">{t('bookings.officer.step.cancel')}</SubmitButton>
				</FormActions>
			</PostForm>
		</details>
	)
}
