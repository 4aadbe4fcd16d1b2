import { FieldFrame, type Labelled } from './field-parts.tsx'
import { controlProps, type FormField, textValue } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

type Props = Labelled & {
	field: FormField
	options: readonly { value: string; label: string }[]
	/** The words of the empty first choice; without it the first option is chosen. */
	empty?: string
}

export function Select({ field: given, label, hint, optional, options, empty }: Props) {
	const field = useStashedField(given)
	return (
		<FieldFrame field={field} label={label} hint={hint} optional={optional}>
			<select className="ds-input" defaultValue={textValue(field)} {...controlProps(field, hint)}>
				{empty !== undefined && <option value="">{empty}</option>}
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</FieldFrame>
	)
}
