import { useT } from '#app/i18n/react.tsx'
import { ShapeIcon } from '../icons.tsx'
import { errorText } from './error-text.ts'
import type { FormField } from './form-field.ts'

/** The field's first error in words: one thing to put right at a time. */
export function FieldError({ field }: { field: FormField }) {
	const t = useT()
	const error = field.errors?.[0]
	if (error === undefined) return null
	return (
		<p className="field-error" id={field.errorId}>
			<ShapeIcon shape="attention" />
			<span>
				<span className="ds-sr-only">{t('errors.field')} </span>
				{errorText(t, error)}
			</span>
		</p>
	)
}
