/** What a component needs to know of a field. Conform's metadata is one; a plain object of the same shape will do. */
export type FormField = {
	readonly id: string
	readonly name: string
	readonly errorId: string
	readonly descriptionId: string
	/** What was typed before, or the value to begin with. */
	readonly initialValue?: unknown
	readonly errors?: readonly string[] | undefined
	/** Which of a page's several forms it stands in, by a value that only this form sends along. */
	readonly ofForm?: string
}

export const isInvalid = (field: FormField) => field.errors !== undefined && field.errors.length > 0

/** The ids of the hint and of the error, as far as they are on the page. */
export function describedBy(field: FormField, hint: unknown): string | undefined {
	const ids = [hint === undefined ? '' : field.descriptionId, isInvalid(field) ? field.errorId : '']
	return ids.filter((id) => id !== '').join(' ') || undefined
}

/** The wiring of a single control, the same for every kind. */
export function controlProps(field: FormField, hint: unknown) {
	return {
		id: field.id,
		name: field.name,
		'aria-describedby': describedBy(field, hint),
		'aria-invalid': isInvalid(field) ? (true as const) : undefined,
	}
}

export const textValue = (field: FormField) => (typeof field.initialValue === 'string' ? field.initialValue : undefined)

export function isChosen(field: FormField, value: string): boolean {
	const chosen = field.initialValue
	return Array.isArray(chosen) ? chosen.includes(value) : chosen === value
}
