import { useT } from '#app/i18n/react.tsx'
import { formContextField, paths } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { FieldFrame } from '../forms/field-parts.tsx'
import { useFormContext } from '../forms/form-context.tsx'
import { controlProps } from '../forms/form-field.ts'

/** A file from the officer's machine; the form's key stands in its address. `error` is a text key. */
export function RegisterUpload({ idempotencyKey, error }: { idempotencyKey: string; error?: string | undefined }) {
	const t = useT()
	const formContext = useFormContext()
	const hint = t('register.upload.hint')
	const field = {
		...{ id: 'register-file', name: 'file', errorId: 'register-file-error', descriptionId: 'register-file-hint' },
		errors: error === undefined ? undefined : [error],
	}
	return (
		<form
			className="form"
			method="post"
			encType="multipart/form-data"
			action={paths.staff.register({ key: idempotencyKey, [formContextField]: formContext })}
			noValidate
		>
			<FieldFrame field={field} label={t('register.upload.file')} hint={hint}>
				<input className="ds-input" type="file" accept=".csv,text/csv" {...controlProps(field, hint)} />
			</FieldFrame>
			<div>
				<SubmitButton>{t('register.upload.send')}</SubmitButton>
			</div>
		</form>
	)
}
