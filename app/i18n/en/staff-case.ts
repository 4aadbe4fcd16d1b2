import type { staffCase as source } from '../nb/staff-case.ts'

export const staffCase = {
	'staff.case.title-for': 'Application for {name}',
	'staff.case.about': 'The application is for',
	'staff.case.applied-by': 'Applied by',
	'staff.case.guardian': 'guardian',
	'staff.case.find': 'Show who it is',
	'staff.case.link-unknown': 'No prisoner here has this number. Check the number.',
	'staff.case.link-compare': 'Is this the person they apply to visit?',
	'staff.case.link-typed': 'The applicant wrote',
	'staff.case.link-register': 'In the register',
	'staff.case.link-name': 'Name',
	'staff.case.link-born': 'Date of birth',
	'staff.case.link-not-typed': 'Not given',
	'staff.case.link-differs': 'The name in the register is not the one the applicant wrote.',
	'staff.case.link-confirm': 'I have looked into it: the application is about {name}',
	'staff.case.unlink': 'Unlink from the prisoner',
	'staff.case.unlink-about':
		'The link can be undone until the application is decided. Checks about the prisoner are open again.',
	'staff.case.unlinked': 'The application is no longer linked to the prisoner.',
	'staff.match.linked': 'Linked by hand, differs from what was given',
	'staff.match.linked-by': 'Linked by {name}, differs from what was given',
	'staff.case.against': 'This speaks against it',
	'staff.case.against-line': '{check}: {outcome}',
	'staff.case.needs-reasons':
		'One officer alone cannot grant this without limits. It takes the rule, the facts, reasons and a second officer’s approval. That cannot be done here yet. The application stays open until it can.',
	'staff.case.needs-second':
		'Two officers decide together here. That cannot be done here yet. The application stays open until it can.',
	'staff.case.related':
		'You are close to one of the parties and cannot decide this application (Public Administration Act section 6).',
	'staff.case.grant-of': '{visitor} is permitted visits and phone calls with {prisoner}.',
	'staff.queue.against': 'Speaks against: {checks}',
	'staff.queue.ready': 'Ready to decide',
} satisfies Record<keyof typeof source, string>
