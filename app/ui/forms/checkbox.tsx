import type { ReactNode } from 'react'
import { FieldError } from './field-error.tsx'
import { controlProps, type FormField, isInvalid } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

type Props = {
	field: FormField
	label: ReactNode
	hint?: ReactNode
	/** What is sent when it is ticked. */
	value?: string
}

/** A single box to tick, such as a confirmation. */
export function Checkbox({ field: given, label, hint, value = 'on' }: Props) {
	const field = useStashedField(given)
	return (
		<div className="field" data-invalid={isInvalid(field) ? '' : undefined}>
			<FieldError field={field} />
			<div className="choices">
				<div className="ds-field" data-variant="outline">
					<input
						className="ds-input"
						type="checkbox"
						value={value}
						defaultChecked={field.initialValue === value}
						{...controlProps(field, hint)}
					/>
					<label className="ds-label" htmlFor={field.id}>
						{label}
					</label>
					{hint !== undefined && (
						<p className="hint" id={field.descriptionId}>
							{hint}
						</p>
					)}
				</div>
			</div>
		</div>
	)
}
