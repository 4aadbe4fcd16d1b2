import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'visitors.children.title': 'Your children',
	'visitors.children.lead': 'Add the children you are a guardian of. Then you can apply for them and bring them along.',
	'visitors.children.add.title': 'Add a child',
	'visitors.children.add.confirm': 'Add the child',
	'visitors.children.added': 'The child is added. You can now apply for a permit for the child.',
	'visitors.children.given-name': 'First name',
	'visitors.children.family-name': 'Last name',
	'visitors.children.born': 'Date of birth',
	'visitors.children.error.given-name': 'Write the first name of the child',
	'visitors.children.error.family-name': 'Write the last name of the child',
	'visitors.children.error.born-day': 'Write the day as a number from 1 to 31',
	'visitors.children.error.born-month': 'Write the month as a number from 1 to 12',
	'visitors.children.error.born-year': 'Write the year with four digits',
	'visitors.children.error.born': 'Write a date that exists, for a child under 18',
} satisfies Record<keyof typeof source, string>
