import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'

/** Approves a request. Once something stood against it, a reason may lift what an officer may lift. */
export function ApproveStep({ mayLift, version }: { mayLift: boolean; version: number }) {
	const t = useT()
	const field = { id: 'override', name: 'override', errorId: 'override-error', descriptionId: 'override-hint' }
	return (
		<PostForm>
			<HiddenFields values={{ step: 'approve', version }} />
			{mayLift && (
				<TextField
					field={field}
					label={t('bookings.officer.override')}
					hint={t('bookings.officer.override-hint')}
					maxLength={500}
				/>
			)}
			<FormActions>
				<SubmitButton>{t('bookings.officer.step.approve')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}
