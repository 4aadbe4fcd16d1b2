import { z } from 'zod'
import { fourEyesKinds } from '#app/domain/decisions/kinds.ts'
import { controls } from '#app/domain/permits/controls.ts'
import { defaultPolicy, type Policy } from '#app/domain/policy.ts'
import { approvals } from '#app/domain/timetable/visit-session.ts'

const count = z.number().int().min(0)
const ore = z.number().int().min(0)
const months = z.number().int().min(1).nullable()
const controlSet = z.array(z.enum(controls))

/** What a facility sets differently from the defaults. Unknown keys are refused by name. */
export const policyForm = z
	.strictObject({
		visitsPerWeek: count,
		extraChildVisits: count,
		videoPerWeek: count,
		hoursPerMonth: z.number().min(0).nullable(),
		adultsPerVisit: count.min(1),
		peoplePerVisit: count.min(1),
		childAloneFrom: count.max(18),
		policeCheckFromAge: count,
		visitorListMax: count,
		recheckMonths: z
			.strictObject({ 'special-high': months, high: months, low: months, transitional: months })
			.partial(),
		recheckMonthsOfficial: z.number().int().min(1),
		defaultControls: z
			.strictObject({ 'special-high': controlSet, high: controlSet, low: controlSet, transitional: controlSet })
			.partial(),
		phoneMinutesPerWeek: count,
		phoneOrePerMinute: ore,
		closedDays: z.array(z.string().min(5)),
		minNoticeHours: z.number().min(0),
		maxDaysAhead: count,
		cancelCutoffHours: z.number().min(0),
		holdMinutes: z.number().min(1),
		requestTargetHours: z.number().min(0),
		requestLapseHours: z.number().min(0),
		approval: z.enum(approvals),
		arriveBeforeMinutes: count,
		lateRejectMinutes: count,
		recordDays: count,
		idRequiredFromAge: count,
		applicationTargetDays: count,
		applicationAlarmDays: count,
		offerHours: z.number().min(0),
		priorityRebookHours: z.number().min(0),
		restDaysBetweenStays: count.max(365),
		topUp: z
			.strictObject({
				remand: z.boolean(),
				sentenced: z.boolean(),
				'preventive-detention': z.boolean(),
				minOre: ore,
				maxOre: ore,
				maxOrePerWeek: ore,
				autoRefundDays: count,
				refundAloneOre: ore,
			})
			.partial(),
		fourEyes: z.array(z.enum([...fourEyesKinds, 'granted'])),
		hearingDays: count.min(1),
		banMonthsMax: count.min(1).max(6),
		controlReviewMonths: count.min(1).max(24),
	})
	.partial()

export type PolicyForm = z.infer<typeof policyForm>

/** The whole policy: the defaults with what the facility set differently. */
export function policyFrom(parameters: PolicyForm): Policy {
	const { recheckMonths, defaultControls, topUp, ...plain } = parameters
	const set = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
	return {
		...defaultPolicy,
		...set,
		recheckMonths: { ...defaultPolicy.recheckMonths, ...defined(recheckMonths) },
		defaultControls: { ...defaultPolicy.defaultControls, ...defined(defaultControls) },
		topUp: { ...defaultPolicy.topUp, ...defined(topUp) },
	}
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function defined<T extends object>(value: T | undefined): Partial<Defined<T>> {
	const isSet = (entry: [string, unknown]) => entry[1] !== undefined
	return Object.fromEntries(Object.entries(value ?? {}).filter(isSet)) as Partial<Defined<T>>
}
