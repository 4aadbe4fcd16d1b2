import type { language as source } from '../nb/language.ts'

export const language = {
	'language.label': 'Language',
} satisfies Record<keyof typeof source, string>
