import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { FieldError } from './field-error.tsx'
import { describedBy, type FormField, isInvalid } from './form-field.ts'

export type Labelled = {
	label: string
	/** How to answer, or why it is asked. */
	hint?: ReactNode
	optional?: boolean | undefined
}

export function useLabel({ label, optional }: Labelled): string {
	const t = useT()
	return optional === true ? t('common.label-optional', { label }) : label
}

type Props = Labelled & { field: FormField; children: ReactNode }

/** Label, hint, error and one control. */
export function FieldFrame({ field, hint, children, ...labelled }: Props) {
	const label = useLabel(labelled)
	return (
		<div className="ds-field field" data-invalid={isInvalid(field) ? '' : undefined}>
			<label className="ds-label" htmlFor={field.id}>
				{label}
			</label>
			{hint !== undefined && (
				<p className="hint" id={field.descriptionId}>
					{hint}
				</p>
			)}
			<FieldError field={field} />
			{children}
		</div>
	)
}

type GroupProps = Props & {
	/** When the question is the whole page, its legend is the h1. */
	asTitle?: boolean | undefined
	groupId?: string
}

/** Legend, hint, error and several controls that answer one question. */
export function GroupFrame({ field, hint, asTitle, groupId, children, ...labelled }: GroupProps) {
	const label = useLabel(labelled)
	return (
		<fieldset
			className="ds-fieldset field"
			id={groupId}
			tabIndex={groupId === undefined ? undefined : -1}
			data-invalid={isInvalid(field) ? '' : undefined}
			aria-describedby={describedBy(field, hint)}
		>
			<legend className="ds-label">
				{asTitle === true ? (
					<h1 className="ds-heading" data-size="lg">
						{label}
					</h1>
				) : (
					label
				)}
			</legend>
			{hint !== undefined && (
				<p className="hint" id={field.descriptionId}>
					{hint}
				</p>
			)}
			<FieldError field={field} />
			{children}
		</fieldset>
	)
}
