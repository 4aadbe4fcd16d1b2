import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../../button.tsx'
import { HiddenFields } from '../../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../../forms/post-form.tsx'
import { standaloneField } from '../../forms/standalone-field.ts'
import { useIsStashed } from '../../forms/stashed-fields.tsx'
import { TextField } from '../../forms/text-field.tsx'

/** Keeps a payment back, with a reason; folded away until it is wanted. */
export function HoldStep({ errors }: { errors?: readonly string[] | undefined }) {
	const t = useT()
	const isStashed = useIsStashed('hold')
	return (
		<details open={errors !== undefined || isStashed}>
			<summary>{t('funds.hold.title')}</summary>
			<PostForm>
				<HiddenFields values={{ step: 'hold' }} />
				<TextField
					field={standaloneField('hold', 'reason', errors)}
					label={t('common.reason')}
					hint={t('funds.hold.about')}
					maxLength={500}
				/>
				<FormActions>
					<SubmitButton variant="danger">{t('funds.hold.do')}</SubmitButton>
				</FormActions>
			</PostForm>
		</details>
	)
}

/** Lets it be credited after all. */
export function ReleaseStep() {
	const t = useT()
	return (
		<PostForm>
			<HiddenFields values={{ step: 'release-hold' }} />
			<p>{t('funds.hold.release-about')}</p>
			<FormActions>
				<SubmitButton variant="secondary">{t('funds.hold.release')}</SubmitButton>
			</FormActions>
		</PostForm>
	)
}
