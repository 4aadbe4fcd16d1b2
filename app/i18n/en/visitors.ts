import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'children.title': 'Your children',
	'children.lead': 'Add the children you are a guardian of. Then you can apply for them and bring them along.',
	'children.add.title': 'Add a child',
	'children.add.confirm': 'Add the child',
	'children.added': 'The child is added. You can now apply for a permit for the child.',
	'children.given-name': 'First name',
	'children.family-name': 'Last name',
	'children.born': 'Date of birth',
	'children.error.given-name': 'Write the first name of the child',
	'children.error.family-name': 'Write the last name of the child',
	'children.error.born-day': 'Write the day as a number from 1 to 31',
	'children.error.born-month': 'Write the month as a number from 1 to 12',
	'children.error.born-year': 'Write the year with four digits',
	'children.error.born': 'Write a date that exists, for a child under 18',
} satisfies Record<keyof typeof source, string>
