export const language = {
	'language.label': 'Språk',
} as const
