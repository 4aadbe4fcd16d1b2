/**
 * What the phone system says of a credit. `pending`: it has not taken a stand; the same credit is asked about again later.
 * `refused`: it will never take it.
 */
export type PhoneAnswer = 'accepted' | 'pending' | 'refused'

/** The prison's phone system, as far as money goes: it holds what a prisoner may call for, and tells of the calls. */
export interface PhoneSystem {
	/**
	 * Puts an amount at a prisoner's disposal, in whole øre; an amount below zero takes back what was put there before. The
	 * id is the credit's own (a UUID): asked again by the same id it changes nothing, and answers where it stands.
	 *
	 * @throws when the phone system cannot be reached: nothing is known then, and the same credit is asked again
	 */
	credit(id: string, prisonerNumber: string, ore: number): Promise<PhoneAnswer>
}

/** Takes every credit at once: where a facility has no phone system of its own connected. */
export const acceptsAtOnce: PhoneSystem = { credit: async () => 'accepted' }
