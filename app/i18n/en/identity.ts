import type { identity as source } from '../nb/identity.ts'

export const identity = {
	'identity.born': 'Date of birth',
	'identity.name': 'Name',
	'identity.source.issuer': 'The date comes from the sign-in.',
	'identity.source.national-number': 'Typed by the person. The national number has the same date.',
	'identity.source.typed': 'Typed by the person.',
	'identity.source.guardian': 'Typed by a guardian.',
	'identity.source.officer': 'Entered by the prison.',
	'identity.comparison.matches': 'Agrees',
	'identity.comparison.differs': 'Differs',
	'identity.comparison.not-compared': 'Not compared',
	'identity.other-date': 'The sign-in or the number says {date}. Check the date against the identity paper.',
	'identity.other': 'The sign-in or the number says something else. Check the date against the identity paper.',
	'identity.name.matches': 'The sign-in says the same.',
	'identity.name.differs': 'The sign-in says another name. Check the name against the identity paper.',
	'identity.name.not-compared': 'The sign-in has not told the name.',
} satisfies Record<keyof typeof source, string>
