import { correctedStates, type RecordedState } from '#app/domain/bookings/booking.ts'
import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { RadioGroup } from '../forms/choice-group.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'

type Errors = { readonly [name: string]: string[] | null }

/** Mends a wrong record: what happened instead, and why the record was wrong. */
export function CorrectStep({ from, errors }: { from: RecordedState; errors: Errors | null | undefined }) {
	const t = useT()
	const field = (name: 'to' | 'reason') => ({
		...{ id: `correct-${name}`, name, errorId: `correct-${name}-error`, descriptionId: `correct-${name}-hint` },
		errors: errors?.[name] ?? undefined,
	})
	return (
		<details open={errors != null}>
			<summary>{t('bookings.officer.correct.title')}</summary>
			<PostForm>
				<HiddenFields values={{ step: 'correct', from }} />
				<RadioGroup
					field={field('to')}
					label={t('bookings.officer.correct.to')}
					choices={correctedStates
						.filter((state) => state !== from)
						.map((state) => ({
							value: state,
							label: state === 'confirmed' ? t('bookings.officer.correct.to-unrecorded') : t(`bookings.state.${state}`),
						}))}
				/>
				<TextField
					field={field('reason')}
					label={t('common.reason')}
					hint={t('bookings.officer.correct.hint')}
					maxLength={500}
				/>
				<FormActions>
					<SubmitButton variant="secondary">{t('bookings.officer.correct.title')}</SubmitButton>
				</FormActions>
			</PostForm>
		</details>
	)
}
