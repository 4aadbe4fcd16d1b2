import { FieldFrame, type Labelled } from './field-parts.tsx'
import { controlProps, type FormField, textValue } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

type Props = Labelled & {
	field: FormField
	type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'time'
	inputMode?: 'numeric' | 'decimal' | 'email' | 'tel'
	autoComplete?: string
	/** How many letters the answer has, so that the field shows what is expected. */
	size?: number
	maxLength?: number
	/** A unit after the field, such as `kr`. */
	unit?: string
	autoFocus?: boolean
	/** For codes and numbers, which no dictionary knows. */
	code?: boolean
}

export function TextField({ field: given, label, hint, optional, unit, code, type = 'text', ...input }: Props) {
	const field = useStashedField(given)
	const control = (
		<input
			className="ds-input"
			// A browser turns the domain of an `email` into ASCII: who typed kari@blåbær.no would read another address after an error.
			type={type === 'email' ? 'text' : type}
			defaultValue={textValue(field)}
			inputMode={type === 'email' ? 'email' : undefined}
			{...(code === true || type === 'email' ? { spellCheck: false, autoCapitalize: 'off', autoCorrect: 'off' } : {})}
			{...input}
			{...controlProps(field, hint)}
		/>
	)
	return (
		<FieldFrame field={field} label={label} hint={hint} optional={optional}>
			{unit === undefined ? (
				control
			) : (
				<div className="affix">
					{control}
					<span>{unit}</span>
				</div>
			)}
		</FieldFrame>
	)
}
