import { timingSafeEqual } from 'node:crypto'
import { type Keys, keyedHashOf } from '#app/integrations/sealing.server.ts'

/** Whom a form is rendered for, and for an officer also where they work. The person, not the web session. */
export type FormSubject =
	| { kind: 'visitor'; visitorId: string }
	| { kind: 'officer'; officerId: string; facilityId: string }
	/** Vouched for by the issuer and not registered yet. */
	| { kind: 'newcomer'; issuer: string; subject: string }

const bytesKept = 16

/**
 * Returns what a form carries to say whom it was rendered for: the person and, after a dot, person and facility together.
 * Keyed hashes, so that it names nobody; the same in every process, and after the person has signed in again.
 */
export function formContextOf(subject: FormSubject, keys?: Keys): string {
	const person = hashed(personOf(subject), keys)
	return subject.kind === 'officer' ? `${person}.${hashed(placeOf(subject), keys)}` : person
}

/** Whether a form was rendered for this person, wherever they worked. */
export function isSamePerson(formContext: string, subject: FormSubject): boolean {
	const [person = ''] = formContext.split('.')
	return isEqual(person, hashed(personOf(subject)))
}

export function isSameContext(formContext: string, subject: FormSubject): boolean {
	return isEqual(formContext, formContextOf(subject))
}

function personOf(subject: FormSubject): string {
	if (subject.kind === 'visitor') return `visitor ${subject.visitorId}`
	if (subject.kind === 'officer') return `officer ${subject.officerId}`
	return `newcomer ${JSON.stringify([subject.issuer, subject.subject])}`
}

function placeOf({ officerId, facilityId }: Extract<FormSubject, { kind: 'officer' }>): string {
	return `officer ${officerId} at ${facilityId}`
}

function hashed(text: string, keys?: Keys): string {
	return keyedHashOf(`form-context ${text}`, keys).subarray(0, bytesKept).toString('base64url')
}

function isEqual(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(one), Buffer.from(other)]
	return left.length === right.length && timingSafeEqual(left, right)
}
