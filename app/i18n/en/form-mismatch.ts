import type { formMismatch as source } from '../nb/form-mismatch.ts'

export const formMismatch = {
	'form-mismatch.person.title': 'The form was opened while somebody else was signed in',
	'form-mismatch.person.text': 'So nothing has been saved.',
	'form-mismatch.person.next': 'Is it not you who is signed in now? Sign out, and sign in as yourself.',
	'form-mismatch.person.go-on': 'Continue as the person who is signed in',
	'form-mismatch.unknown.title': 'Open the page again',
	'form-mismatch.unknown.text': 'We cannot tell who the form was opened for, so nothing has been saved.',
	'form-mismatch.unknown.next': 'Open the page again and fill in the form once more.',
	'form-mismatch.unknown.go-on': 'Open the page again',
	'form-mismatch.facility.title': 'This form was for {openedFor}',
	'form-mismatch.facility.text': 'You are now at {here}. Nothing has been done.',
	'form-mismatch.facility.next': 'To do it at {openedFor}, switch back and open the page there.',
	'form-mismatch.facility.switch': 'Switch to {openedFor} and open the page',
	'form-mismatch.facility.stay': 'Stay at {here}',
	'form-mismatch.no-role.title': 'This form was for another prison',
	'form-mismatch.no-role.text': 'You no longer have a role there. You are now at {here}. Nothing has been done.',
	'form-mismatch.no-role.next': 'Go to the front page to carry on at {here}.',
	'form-mismatch.kept': 'What you wrote is here. Nothing has been done yet.',
} satisfies Record<keyof typeof source, string>
