import type { language as source } from '../nb/language.ts'

export const language = {
	'language.label': 'Language',
	'language.change': 'Change language',
	'language.saved': 'The language has been changed.',
} satisfies Record<keyof typeof source, string>
