import { createContext, useContext } from 'react'
import { formContextField } from '#app/paths.ts'

const FormContext = createContext<string | null>(null)

/** Tells the forms of a page whom they are rendered for. */
export const FormContextProvider = FormContext.Provider

/** Null where nobody is signed in. */
export function useFormContext(): string | null {
	return useContext(FormContext)
}

/** Says whom its form is rendered for. `form` is the form's id where the field stands outside of it. */
export function FormContextField({ form }: { form?: string }) {
	const formContext = useFormContext()
	return formContext === null ? null : <input type="hidden" name={formContextField} value={formContext} form={form} />
}
