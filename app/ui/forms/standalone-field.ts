import type { FormField } from './form-field.ts'

/** A field of a small form, where several forms stand on one page: its id tells them apart. */
export function standaloneField(
	form: string,
	name: string,
	errors?: readonly string[],
	initialValue?: string,
): FormField {
	const id = `${form}-${name}`
	return { ofForm: form, id, name, errorId: `${id}-error`, descriptionId: `${id}-hint`, errors, initialValue }
}
