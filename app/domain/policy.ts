import { fourEyesKinds } from './decisions/kinds.ts'
import type { Control } from './permits/controls.ts'
import type { LegalStatus, SecurityLevel } from './prisoners/prisoner.ts'
import type { Approval } from './timetable/visit-session.ts'

/**
 * A facility's policy: the parameters of every rule. Versioned and dated; a change never rewrites what was decided under an
 * older one. Hours are real elapsed hours, days are local dates, money is whole øre.
 */
export interface Policy {
	visitsPerWeek: number
	extraChildVisits: number
	videoPerWeek: number
	hoursPerMonth: number | null
	adultsPerVisit: number
	peoplePerVisit: number
	childAloneFrom: number
	policeCheckFromAge: number
	visitorListMax: number
	/** Months until a permit's re-check, by the prisoner's level; null when none is asked for. */
	recheckMonths: Record<SecurityLevel, number | null>
	/** Months until a professional's re-check. */
	recheckMonthsOfficial: number
	defaultControls: Record<SecurityLevel, readonly Control[]>
	phoneMinutesPerWeek: number
	phoneOrePerMinute: number
	/** Days that close every year or once: `2026-12-24`, `12-24`, or a holiday's name (`calendar/holidays.ts`). */
	closedDays: readonly string[]
	minNoticeHours: number
	maxDaysAhead: number
	cancelCutoffHours: number
	holdMinutes: number
	/** Hours until the answer to a request is late. */
	requestTargetHours: number
	/** Hours before its start when a request that nobody answered lapses. */
	requestLapseHours: number
	approval: Approval
	arriveBeforeMinutes: number
	lateRejectMinutes: number
	/** Days after its end during which what became of a visit may be recorded and corrected. */
	recordDays: number
	idRequiredFromAge: number
	applicationTargetDays: number
	applicationAlarmDays: number
	offerHours: number
	priorityRebookHours: number
	restDaysBetweenStays: number
	topUp: Record<LegalStatus, boolean> & {
		minOre: number
		maxOre: number
		maxOrePerWeek: number
		autoRefundDays: number
		refundAloneOre: number
	}
	/** The kinds of decision that a second officer approves before they are sent. */
	fourEyes: readonly ((typeof fourEyesKinds)[number] | 'granted')[]
	/** Days to answer a hearing's notice. */
	hearingDays: number
	/** The longest ban, in months. */
	banMonthsMax: number
	/** Months until a control on a permit is looked at again. */
	controlReviewMonths: number
}

export const defaultPolicy: Policy = {
	visitsPerWeek: 1,
	extraChildVisits: 1,
	videoPerWeek: 1,
	hoursPerMonth: null,
	adultsPerVisit: 3,
	peoplePerVisit: 6,
	childAloneFrom: 16,
	policeCheckFromAge: 15,
	visitorListMax: 4,
	recheckMonths: { 'special-high': 6, high: null, low: null, transitional: null },
	recheckMonthsOfficial: 12,
	defaultControls: { 'special-high': ['glass', 'overheard'], high: ['watched'], low: [], transitional: [] },
	phoneMinutesPerWeek: 30,
	phoneOrePerMinute: 75,
	closedDays: [],
	minNoticeHours: 24,
	maxDaysAhead: 28,
	cancelCutoffHours: 24,
	holdMinutes: 10,
	requestTargetHours: 48,
	requestLapseHours: 24,
	approval: 'instant',
	arriveBeforeMinutes: 15,
	lateRejectMinutes: 30,
	recordDays: 7,
	idRequiredFromAge: 15,
	applicationTargetDays: 21,
	applicationAlarmDays: 28,
	offerHours: 2,
	priorityRebookHours: 48,
	restDaysBetweenStays: 30,
	topUp: {
		remand: true,
		sentenced: false,
		'preventive-detention': false,
		minOre: 5000,
		maxOre: 50000,
		maxOrePerWeek: 100000,
		autoRefundDays: 3,
		refundAloneOre: 50000,
	},
	fourEyes: fourEyesKinds,
	hearingDays: 7,
	banMonthsMax: 6,
	controlReviewMonths: 6,
}

/** The names of a policy's parameters. */
export const policyFields: readonly string[] = Object.keys(defaultPolicy)
