import { config } from '#app/config.server.ts'
import { instantOf } from '#app/domain/calendar/oslo.ts'
import type { Payments } from '#app/integrations/payments.server.ts'
import { connectPhoneSystem } from '#app/integrations/phone-system/connect.server.ts'
import type { PhoneSystemDeps } from '#app/integrations/phone-system/files.server.ts'
import type { PhoneSystem } from '#app/integrations/phone-system.server.ts'
import { connectStripe } from '#app/integrations/stripe.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { pollPendingPayments } from '#app/services/funds/payments/poll-pending-payments.server.ts'
import { deliverCredits } from '#app/services/funds/phone-credit/deliver-credits.server.ts'
import {
	isReconciliationDue,
	nextReconciliationDay,
	reconcile,
	reconcileAt,
} from '#app/services/funds/reconciliation/reconcile.server.ts'
import {
	lapseProposals,
	refundAfterRelease,
	refundOverdue,
} from '#app/services/funds/refunds/automatic-refunds.server.ts'
import { sendRefunds } from '#app/services/funds/refunds/send-refunds.server.ts'
import type { Db } from '#db/client.server.ts'
import { selectNextFundsDue } from '#db/queries/funds/credits.ts'
import { anyTopUp } from '#db/queries/funds/reconciliations.ts'
import type { Job } from './job.ts'

/** What money work talks to outside. `payments` null: the portal takes no payments. */
export interface ExternalFundsServices {
	payments: Payments | null
	phone: PhoneSystem
	/** The machine's own time, by which Stripe tells when something happened. */
	machineNow?: () => Date
}

/** All that falls due with money: credits, refunds, pages that ran out, and the daily comparison. */
export function fundsJobs({ payments, phone, machineNow = () => new Date() }: ExternalFundsServices): readonly Job[] {
	const work: Job[] = [
		{ name: 'phone-credits', run: (db, now) => deliverCredits(system(db, now), phone), nextDue: selectNextFundsDue },
		{
			name: 'overdue-refunds',
			async run(db, now) {
				const ctx = system(db, now)
				return (await refundAfterRelease(ctx)) + (await refundOverdue(ctx)) + (await lapseProposals(ctx))
			},
		},
	]
	if (!payments) return work
	return [
		...work,
		{ name: 'payments', run: (db, now) => pollPendingPayments(system(db, now), payments) },
		{ name: 'refunds', run: (db, now) => sendRefunds(system(db, now), payments) },
		{
			name: 'reconciliation',
			async run(db, now) {
				if (!(await isReconciliationDue(db, now))) return 0
				return (await reconcile(system(db, now), payments, { machineNow: machineNow() })) === null ? 0 : 1
			},
			nextDue: async (db, after) =>
				(await anyTopUp(db)) ? instantOf(nextReconciliationDay(after), reconcileAt) : null,
		},
	]
}

/** The same with the outside that the process is connected to. */
export function connectedFundsJobs(deps: PhoneSystemDeps): readonly Job[] {
	const { stripe, phone } = config()
	return fundsJobs({ payments: stripe && connectStripe(stripe), phone: connectPhoneSystem(phone, deps) })
}

function system(db: Db, now: Date): Ctx {
	return { db, now, actor: { kind: 'system' }, requestId: null }
}
