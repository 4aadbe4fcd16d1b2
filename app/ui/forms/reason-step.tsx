import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from './hidden-fields.tsx'
import { FormActions, PostForm } from './post-form.tsx'
import { useIsStashed } from './stashed-fields.tsx'
import { TextField } from './text-field.tsx'

type Props = {
	step: 'turn-away' | 'decline'
	/** Of the visit as the page shows it. */
	version?: number | undefined
	errors?: readonly string[] | undefined
	/** Opened when it has come back with an error. */
	open: boolean
}

/** A use case that is done with a reason; folded away until it is wanted. */
export function ReasonStep({ step, version, errors, open }: Props) {
	const t = useT()
	const isStashed = useIsStashed(step)
	const id = `${step}-reason`
	const field = { ofForm: step, id, name: 'reason', errorId: `${id}-error`, descriptionId: `${id}-hint`, errors }
	return (
		<details open={open || isStashed}>
			<summary>{t(`bookings.officer.step.${step}`)}</summary>
			<PostForm>
				<HiddenFields values={{ step, version }} />
				<TextField
					field={field}
					label={t('common.reason')}
					hint={t(`bookings.officer.step.${step}-hint`)}
					maxLength={500}
				/>
				<FormActions>
					<SubmitButton variant="danger">{t(`bookings.officer.step.${step}`)}</SubmitButton>
				</FormActions>
			</PostForm>
		</details>
	)
}
