// forvaltningsloven § 15 a, eForvaltningsforskriften § 8: who cannot be reached by e-mail is told in another way.

/**
 * Why a message was not delivered by e-mail. `refused`: the mail server refused it for good. `gave-up`: it could not be sent for
 * three days. `no-address`: there was none. `superseded`: it had stopped being true. `not-theirs`: the reader had no part in it any
 * more.
 */
export const undeliveredReasons = ['refused', 'gave-up', 'no-address', 'superseded', 'not-theirs'] as const
export type Undelivered = (typeof undeliveredReasons)[number]

/** Not delivered, though it was to be read: somebody may have to call. */
export type Missed = Exclude<Undelivered, 'superseded' | 'not-theirs'>

/** What became of a message so far. `again`: it was tried and will be tried again. */
export type Delivery = 'waiting' | 'again' | 'sent' | Undelivered

export function deliveryOf({
	sentAt,
	undelivered,
	attempts,
}: {
	sentAt: Date | null
	undelivered: Undelivered | null
	attempts: number
}): Delivery {
	if (sentAt) return 'sent'
	if (undelivered) return undelivered
	return attempts > 0 ? 'again' : 'waiting'
}

export function isMissed(delivery: Delivery): delivery is Missed {
	return delivery === 'refused' || delivery === 'gave-up' || delivery === 'no-address'
}

/** Whether e-mail reaches a person: `none` without an address, `failing` where theirs takes no mail. */
export const mailReaches = ['yes', 'none', 'failing'] as const
export type MailReach = (typeof mailReaches)[number]

export function mailReach({ email, emailFailedAt }: { email: string | null; emailFailedAt: Date | null }): MailReach {
	if (email === null) return 'none'
	return emailFailedAt === null ? 'yes' : 'failing'
}

const tryDays = 3

/** Until when a message that is due at an instant is tried: three days, in real hours. */
export function giveUpAt(dueAt: Date): Date {
	return new Date(dueAt.getTime() + tryDays * 24 * 3_600_000)
}
