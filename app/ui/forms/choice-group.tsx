import type { ReactNode } from 'react'
import { GroupFrame, type Labelled } from './field-parts.tsx'
import { type FormField, isChosen, isInvalid } from './form-field.ts'
import { useStashedField } from './stashed-fields.tsx'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type Props = Labelled & { field: FormField; choices: readonly Choice[]; asTitle?: boolean }

/** The first choice carries the field's own id, so that the error summary's link lands on something that can be answered. */
function ChoiceGroup({ type, field: given, choices, ...frame }: Props & { type: 'radio' | 'checkbox' }) {
	const field = useStashedField(given)
	return (
		<GroupFrame field={field} {...frame}>
			<div className="choices">
				{choices.map((choice, index) => {
					const id = index === 0 ? field.id : `${field.id}-${index}`
					return (
						<div className="ds-field" data-variant="outline" key={choice.value}>
							<input
								className="ds-input"
								type={type}
								id={id}
								name={field.name}
								value={choice.value}
								defaultChecked={isChosen(field, choice.value)}
								disabled={choice.disabled}
								aria-invalid={isInvalid(field) ? true : undefined}
								aria-describedby={choice.hint === undefined ? undefined : `${id}-hint`}
							/>
							<label className="ds-label" htmlFor={id}>
								{choice.label}
							</label>
							{choice.hint !== undefined && (
								<p className="hint" id={`${id}-hint`}>
									{choice.hint}
								</p>
							)}
						</div>
					)
				})}
			</div>
		</GroupFrame>
	)
}

/** One answer of several. */
export function RadioGroup(props: Props) {
	return <ChoiceGroup type="radio" {...props} />
}

/** Any of several; each sends its value under the same name. */
export function CheckboxGroup(props: Props) {
	return <ChoiceGroup type="checkbox" {...props} />
}
