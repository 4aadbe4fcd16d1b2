import { createContext, useContext } from 'react'
import type { StashedFields } from '#app/services/identity/stashed-form.server.ts'
import type { FormField } from './form-field.ts'

const StashedFieldsContext = createContext<StashedFields | null>(null)

/** Tells the forms of a page what is to stand in them once more. */
export const StashedFieldsProvider = StashedFieldsContext.Provider

export function useStashedFields(): StashedFields | null {
	return useContext(StashedFieldsContext)
}

/** Whether it was this of the page's several forms that was sent: its key is among what it sent along. */
export function useIsStashed(form: string): boolean {
	return Object.values(useStashedFields() ?? {}).some((values) => values.includes(form))
}

/** The field with what was typed into it before signing in again, if anything was. */
export function useStashedField(field: FormField): FormField {
	const values = useStashedFields()?.[field.name]
	const isOfThisForm = useIsStashed(field.ofForm ?? '') || field.ofForm === undefined
	// Conform's field is no plain object: it has nothing to spread.
	const { id, name, errorId, descriptionId, errors } = field
	const initialValue = values && isOfThisForm ? (values.length === 1 ? values[0] : values) : field.initialValue
	return { id, name, errorId, descriptionId, errors, initialValue }
}
