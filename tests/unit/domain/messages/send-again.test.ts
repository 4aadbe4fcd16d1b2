import { expect, it } from 'vitest'
import { missedBySubject, type PastMessage } from '#app/domain/messages/send-again.ts'

const message = (id: string, kind: PastMessage['kind'], delivery: PastMessage['delivery'], subjectId = 'visit') => ({
	...{ id, kind, delivery, subjectId },
})
const chosen = (...newestFirst: PastMessage[]) => missedBySubject(newestFirst).map(({ id }) => id)

it('is the newest of each subject that was not delivered', () => {
	expect(
		chosen(
			message('1', 'booking-cancelled', 'refused'),
			message('2', 'booking-confirmed', 'no-address', 'other'),
			message('3', 'booking-confirmed', 'gave-up'),
		),
	).toEqual(['1', '2'])
})

it.each(['sent', 'waiting', 'again'] as const)(
	'is none where a newer one was delivered or is under way: %s',
	(delivery) => {
		expect(chosen(message('1', 'booking-changed', delivery), message('2', 'booking-confirmed', 'refused'))).toEqual([])
	},
)

it('is the confirmation before its reminders, and a reminder where the confirmation was delivered', () => {
	const reminders = [message('1', 'booking-reminder', 'refused'), message('2', 'booking-reminder', 'refused')]
	expect(chosen(...reminders, message('3', 'booking-confirmed', 'no-address'))).toEqual(['3'])
	expect(chosen(...reminders, message('3', 'booking-confirmed', 'sent'))).toEqual(['1'])
})

it('passes over what had stopped being true', () => {
	expect(chosen(message('1', 'booking-reminder', 'superseded'), message('2', 'booking-confirmed', 'refused'))).toEqual([
		'2',
	])
})
