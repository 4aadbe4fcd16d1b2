import { config } from '#app/config.server.ts'
import { instantOf } from '#app/domain/calendar/oslo.ts'
import type { Payments } from '#app/integrations/payments.server.ts'
import { connectPhoneSystem } from '#app/integrations/phone-system/connect.server.ts'
import type { PhoneSystemDeps } from '#app/integrations/phone-system/files.server.ts'
import type { PhoneSystem } from '#app/integrations/phone-system.server.ts'
import { payments as connectedPayments } from '#app/integrations/stripe.server.ts'
import type { Ctx } from '#app/services/context.ts'
import { deliverCredits } from '#app/services/funds/deliver-credits.server.ts'
import { lookAtPayments } from '#app/services/funds/look-at-payments.server.ts'
import {
	isReconciliationDue,
	nextReconciliationDay,
	reconcile,
	reconcileAt,
} from '#app/services/funds/reconcile.server.ts'
import { lapseProposals, returnAfterRelease, returnOverdue } from '#app/services/funds/return-by-itself.server.ts'
import { sendRefunds } from '#app/services/funds/send-refunds.server.ts'
import type { Db } from '#db/client.server.ts'
import { selectNextMoneyDue } from '#db/queries/funds/credits.ts'
import { anyTopUp } from '#db/queries/funds/reconciliations.ts'
import type { DueWork } from './due-work.server.ts'

/** What money work talks to outside. `payments` null: the portal takes no payments. */
export interface MoneyOutside {
	payments: Payments | null
	phone: PhoneSystem
	/** The machine's own time, by which Stripe tells when something happened. */
	machineNow?: () => Date
}

/** All that falls due with money: credits, refunds, pages that ran out, and the daily comparison. */
export function fundsWork({ payments, phone, machineNow = () => new Date() }: MoneyOutside): readonly DueWork[] {
	const work: DueWork[] = [
		{ name: 'phone-credits', run: (db, now) => deliverCredits(system(db, now), phone), nextDue: selectNextMoneyDue },
		{
			name: 'money-returns',
			async run(db, now) {
				const ctx = system(db, now)
				return (await returnAfterRelease(ctx)) + (await returnOverdue(ctx)) + (await lapseProposals(ctx))
			},
		},
	]
	if (!payments) return work
	return [
		...work,
		{ name: 'payments', run: (db, now) => lookAtPayments(system(db, now), payments) },
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
export function connectedFundsWork(deps: PhoneSystemDeps): readonly DueWork[] {
	return fundsWork({ payments: connectedPayments(), phone: connectPhoneSystem(config().phone, deps) })
}

function system(db: Db, now: Date): Ctx {
	return { db, now, actor: { kind: 'system' }, requestId: null }
}
