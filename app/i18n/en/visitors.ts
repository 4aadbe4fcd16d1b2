import type { visitors as source } from '../nb/visitors.ts'

export const visitors = {
	'visitors.children.title': 'Your children',
	'visitors.children.lead': 'Add the children you are a guardian of. Then you can apply for them and bring them along.',
	'visitors.children.add.title': 'Add a child',
	'visitors.children.another': 'This is another child',
	'visitors.children.add.confirm': 'Add the child',
	'visitors.children.added': 'The child is added. You can now apply for a permit for the child.',
	'visitors.children.given-name': 'First name',
	'visitors.children.one-name': 'If the child has only one name, write it as the first name and leave this empty.',
	'visitors.children.family-name': 'Last name',
	'visitors.children.born': 'Date of birth',
	'visitors.children.error.given-name': 'Write the first name of the child',
	'visitors.children.error.alike':
		'You have already added {name}, born on the same day. If it is the same child, you need not do anything. If it is another child, tick the box and send again.',
	'visitors.children.error.born': 'Write a date that exists, for a child under 18',
} satisfies Record<keyof typeof source, string>
