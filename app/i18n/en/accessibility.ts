import type { accessibility as source } from '../nb/accessibility.ts'

export const accessibility = {
	'accessibility.title': 'Accessibility',
	'accessibility.intro':
		'Everyone should be able to use Samvær, also with a keyboard, a screen reader, large text or an old phone.',
	'accessibility.goal.title': 'What we work towards',
	'accessibility.goal.text':
		'We follow the Norwegian rules on universal design, which build on the standard WCAG 2.1 at levels A and AA.',
	'accessibility.works.title': 'How the pages are made',
	'accessibility.works.keyboard': 'Everything can be done with a keyboard alone, and you can always see where you are.',
	'accessibility.works.reader': 'Fields, errors and states are written in words that screen readers can read.',
	'accessibility.works.text': 'The text can be made twice as large without anything being lost.',
	'accessibility.works.colour': 'Colour is never the only thing that tells one thing from another.',
	'accessibility.works.script': 'The pages work without scripts and on a slow connection.',
	'accessibility.works.dark': 'The pages follow your setting for a light or dark appearance and for less motion.',
	'accessibility.time.title': 'Time to finish',
	'accessibility.time.text':
		'When you choose a visit, we hold the place for some minutes while you fill in the form. If the time runs out, your answers are kept and you can choose again.',
	'accessibility.other.title': 'Help in other ways',
	'accessibility.other.text': 'If you cannot use the pages, you can do the same by phone or by coming to the prison.',
	'accessibility.report.title': 'Tell us if something is in your way',
	'accessibility.report.text':
		'Contact the prison and say what you were trying to do. We will answer and put right what we can.',
	'accessibility.authority.title': 'Complaints',
	'accessibility.authority.text':
		'The Norwegian Digitalisation Agency checks that public websites follow the rules on universal design. You can report a website to them at uutilsynet.no.',
} satisfies Record<keyof typeof source, string>
