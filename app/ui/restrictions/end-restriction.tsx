import type { RestrictionKind } from '#app/domain/restrictions/kinds.ts'
import { useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { standaloneField } from '../forms/standalone-field.ts'
import { TextField } from '../forms/text-field.tsx'
import { Section } from '../layout/section.tsx'

/** Ends a restriction now, with a reason. */
export function EndRestriction({ kind, errors }: { kind: RestrictionKind; errors: readonly string[] | undefined }) {
	const t = useT()
	return (
		<Section title={t('restrictions.end')}>
			<p>{t(kind === 'court-restriction' ? 'restrictions.end-touches-court' : 'restrictions.end-touches')}</p>
			<PostForm>
				<HiddenFields values={{ step: 'end' }} />
				<TextField
					field={standaloneField('end', 'reason', errors)}
					label={t('common.reason')}
					hint={t('restrictions.reason-hint')}
					maxLength={500}
				/>
				<FormActions>
					<SubmitButton variant="danger">{t('restrictions.end')}</SubmitButton>
				</FormActions>
			</PostForm>
		</Section>
	)
}
