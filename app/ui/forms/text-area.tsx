import { FieldFrame, type Labelled } from './field-parts.tsx'
import { controlProps, type FormField, textValue } from './form-field.ts'

type Props = Labelled & { field: FormField; rows?: number; maxLength?: number }

export function TextArea({ field, label, hint, optional, rows = 5, maxLength }: Props) {
	return (
		<FieldFrame field={field} label={label} hint={hint} optional={optional}>
			<textarea
				className="ds-input"
				rows={rows}
				maxLength={maxLength}
				defaultValue={textValue(field)}
				{...controlProps(field, hint)}
			/>
		</FieldFrame>
	)
}
