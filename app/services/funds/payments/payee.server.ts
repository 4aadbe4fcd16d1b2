import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { ServiceError } from '../../errors.ts'
import { type PhonePerson, phoneOverview } from '../phone-credit/phone-overview.server.ts'

export interface Payee extends PhonePerson {
	/** As the register writes it. */
	number: string
}

/** The one of the visitor's people whom a permit's reference names. @throws ServiceError `not-found`, also for another's permit */
export async function payeeOf(ctx: Ctx & ServiceDeps, permitRef: string): Promise<Payee> {
	const { people } = await phoneOverview(ctx)
	const person = people.find((one) => one.permitRef === permitRef)
	const prisoner = person && (await selectPrisoner(ctx.db, { id: person.prisonerId }))
	if (!person || !prisoner) throw new ServiceError('not-found', 'There is nobody to pay in for by this permit')
	return { ...person, number: prisoner.number }
}

/** Whether a number as it was typed is the one of the person who was chosen. */
export function isNumberOf(payee: Payee, typed: string): boolean {
	return foldNumber(typed) === foldNumber(payee.number)
}
