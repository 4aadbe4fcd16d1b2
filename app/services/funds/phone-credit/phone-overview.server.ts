import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { phoneMinutesAWeek } from '#app/domain/funds/phone-minutes.ts'
import { permitHoldsOn } from '#app/domain/permits/permit.ts'
import { fullName } from '#app/domain/person-name.ts'
import { selectPhonePermits } from '#db/queries/funds/payer.ts'
import { requireVisitor } from '../../authorise.ts'
import type { Ctx, ServiceDeps } from '../../context.ts'
import { policyInForce } from '../../policy.server.ts'

/** Somebody whom the visitor may pay in for, and by which rules. Amounts are whole øre. */
export interface PhonePerson {
	/** The permit's reference, for an address. */
	permitRef: string
	prisonerId: string
	person: string
	facility: string
	/** What the permit itself says: it may be suspended or run out. Anything else that stands is told when it is asked for. */
	permitHolds: boolean
	/** Whether the facility takes money from outside for a prisoner like this one. */
	takesMoney: boolean
	minOre: number
	maxOre: number
	maxOrePerWeek: number
	orePerMinute: number
	/** Minutes of calls that the prison allows in a week, whoever pays. */
	minutesPerWeek: number
	autoRefundDays: number
}

export interface PhoneOverview {
	/** Whether the portal takes payments at all. */
	open: boolean
	people: PhonePerson[]
}

/**
 * Whom the visitor may pay phone time for, with the price and the limits. The account itself is the prisoner's own: nothing of
 * its balance, nor of who else pays in, is here.
 */
export async function phoneOverview(ctx: Ctx & ServiceDeps): Promise<PhoneOverview> {
	const { visitorId } = requireVisitor(ctx)
	const rows = await selectPhonePermits(ctx.db, visitorId)
	const today = localDate(ctx.now)
	const people: PhonePerson[] = []
	for (const { permit, prisoner, facility } of rows) {
		const policy = await policyInForce(ctx.db, facility.id, ctx.now)
		const { minOre, maxOre, maxOrePerWeek, autoRefundDays } = policy.topUp
		people.push({
			permitRef: permit.ref,
			prisonerId: prisoner.id,
			person: fullName(prisoner),
			facility: facility.name,
			permitHolds: permitHoldsOn(permit, today),
			takesMoney: policy.topUp[prisoner.legalStatus],
			...{ minOre, maxOre, maxOrePerWeek, autoRefundDays },
			orePerMinute: policy.phoneOrePerMinute,
			minutesPerWeek: phoneMinutesAWeek(ageOn(prisoner.born, today), policy),
		})
	}
	return { open: ctx.payments !== null, people }
}
