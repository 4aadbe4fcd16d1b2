import { useT } from '#app/i18n/react.tsx'
import { GroupFrame, type Labelled } from './field-parts.tsx'
import { type FormField, isInvalid, textValue } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

const parts = ['day', 'month', 'year'] as const
type Part = (typeof parts)[number]

type Props = Labelled & {
	/** The date as a whole: it carries the errors that no single part has. */
	field: FormField
	parts: Readonly<Record<Part, FormField>>
	/** For one's own date of birth, so that the browser can fill it in. */
	birthDate?: boolean
	asTitle?: boolean
}

/** Day, month and year as three plain fields: quick to type, and no calendar to leaf back forty years in. */
export function DateFields({ field, parts: given, hint, birthDate, ...frame }: Props) {
	const t = useT()
	const fields = {
		day: useStashedField(given.day),
		month: useStashedField(given.month),
		year: useStashedField(given.year),
	}
	const wrong = parts.map((part) => fields[part]).find(isInvalid)
	const errors = field.errors?.[0] === undefined ? wrong?.errors : field.errors
	const { id, name, errorId, descriptionId } = field
	const group = { id, name, errorId, descriptionId, errors }
	const isWrong = (part: FormField) => isInvalid(part) || (wrong === undefined && isInvalid(field))
	return (
		<GroupFrame field={group} groupId={field.id} hint={hint ?? t('common.date-hint')} {...frame}>
			<div className="date-fields">
				{parts.map((part) => (
					<div className="ds-field" key={part}>
						<label className="ds-label" htmlFor={fields[part].id}>
							{t(`common.${part}`)}
						</label>
						<input
							className="ds-input"
							type="text"
							inputMode="numeric"
							id={fields[part].id}
							name={fields[part].name}
							size={part === 'year' ? 4 : 2}
							maxLength={part === 'year' ? 4 : 2}
							defaultValue={textValue(fields[part])}
							autoComplete={birthDate === true ? `bday-${part}` : 'off'}
							aria-invalid={isWrong(fields[part]) ? true : undefined}
							aria-describedby={isWrong(fields[part]) ? field.errorId : undefined}
						/>
					</div>
				))}
			</div>
		</GroupFrame>
	)
}
