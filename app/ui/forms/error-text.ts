import { isTextKey, type T } from '#app/i18n/translate.ts'

/**
 * An error is a text key, with values after a question mark where its text takes any: `errors.form.at-most?max=6`. What is not
 * one of ours, such as a message of a library, is shown as the general error and never as it stands.
 */
export function errorText(t: T, error: string): string {
	const [key = '', query] = error.split('?', 2)
	if (!isTextKey(key)) return t('errors.form.invalid')
	if (query === undefined) return t(key)
	const values: Record<string, string | number> = {}
	for (const [name, value] of new URLSearchParams(query)) values[name] = /^\d{1,9}$/.test(value) ? Number(value) : value
	return t(key, values)
}
