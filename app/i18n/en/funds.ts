import type { funds as source } from '../nb/funds.ts'

export const funds = {
	'funds.refusal.neutral.family': 'This payment cannot be taken now.',
	'funds.refusal.neutral.next': 'Please contact the prison if you have questions.',
	'funds.refusal.payer-not-approved.family': 'You are not approved to pay in for this person.',
	'funds.refusal.payer-not-approved.next':
		'To pay, you need a permit that covers the phone. You can apply for one, or ask the prison.',
	'funds.refusal.payer-not-approved.officer': 'The payer has no valid permit that covers the phone for the prisoner.',
	'funds.refusal.protective-order.officer': 'There is a restraining order between the payer and the prisoner.',
	'funds.refusal.court-restriction.officer': 'The court has ordered a phone ban, and the payer is not excepted.',
	'funds.refusal.prisoner-released.officer': 'The prisoner is released.',
	'funds.refusal.topup-not-allowed.family':
		'This prison does not take money from outside for the phone for the person you want to pay for.',
	'funds.refusal.topup-not-allowed.next': 'The prison can tell you how phone calls are paid for there.',
	'funds.refusal.topup-not-allowed.officer': 'The prison takes no payments for prisoners of this legal status.',
	'funds.refusal.below-minimum.family': 'The amount is less than the least you can pay in.',
	'funds.refusal.below-minimum.next': 'Enter a higher amount.',
	'funds.refusal.below-minimum.officer': "The amount is below the prison's minimum.",
	'funds.refusal.over-maximum.family': 'The amount is more than you can pay in at one time.',
	'funds.refusal.over-maximum.next': 'Enter a lower amount.',
	'funds.refusal.over-maximum.officer': "The amount is above the prison's maximum for one payment.",
	'funds.refusal.over-weekly-limit.family':
		'With this amount, more would be paid in for this person than is allowed in a week. What others have paid in is counted.',
	'funds.refusal.over-weekly-limit.next': 'Enter a lower amount, or wait until Monday.',
	'funds.refusal.over-weekly-limit.officer':
		'The payments for the prisoner would pass the limit for the week (Monday to Sunday), those under way counted.',
} satisfies Record<keyof typeof source, string>
