import { FieldFrame, type Labelled } from './field-parts.tsx'
import { controlProps, type FormField, textValue } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

type Props = Labelled & { field: FormField; rows?: number; maxLength?: number }

export function TextArea({ field: given, label, hint, optional, rows = 5, maxLength }: Props) {
	const field = useStashedField(given)
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
