import type { language as source } from '../nb/language.ts'

export const language = {
	'language.label': 'Språk',
	'language.change': 'Byt språk',
	'language.saved': 'Språket er bytt.',
} satisfies Record<keyof typeof source, string>
