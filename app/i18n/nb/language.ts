export const language = {
	'language.label': 'Språk',
	'language.change': 'Bytt språk',
	'language.saved': 'Språket er byttet.',
} as const
