import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import type { Db } from '#db/client.server.ts'
import { facility, officer, permit, topUp } from '#db/schema/index.ts'
import { addPermit, addPrisoner } from '#sandbox/seeds/rows.ts'
import type { startTestStack } from '#sandbox/test-stack.ts'
import { asOfficer } from '#tests/support/rows.ts'
import { payIn } from '../pay-in.ts'

export interface Payment {
	/** The permit for the one who is paid in for. */
	payee: string
	/** A payment that has arrived, and a part of it that an officer proposes to give back. */
	topUp: string
	refund: string
}

const number = 'E-2901'

/**
 * Kari pays in for somebody of her own whom she has for as long as this lasts, so that no week's limit of others is used up: a
 * second person to visit, too.
 */
export async function makePayment(
	running: Awaited<ReturnType<typeof startTestStack>>,
	db: Db,
	{ payer, now }: { payer: { id: string }; now: Date },
): Promise<{ records: Payment; payee: { id: string; facilityId: string }; putAway(): Promise<void> }> {
	const [at] = await db.select().from(facility).where(eq(facility.slug, 'elvebredden'))
	const [unni] = await db.select().from(officer).where(eq(officer.subject, 'unni'))
	if (!at || !unni) throw new Error('Elvebredden, or Unni, is not in this world')
	const prisonerId = await addPrisoner(db, {
		...{ number, givenName: 'Vegard', familyName: 'Myhre', born: '1990-01-01' },
		...{ facilityId: at.id, legalStatus: 'remand' },
	})
	const permitId = await addPermit(db, { visitorId: payer.id, prisonerId, relationship: 'friend' })
	const [by] = await db.select().from(permit).where(eq(permit.id, permitId))
	const paid = await payIn(running, { payer: 'kari', prisoner: number, ore: 30_000 })
	await expect
		.poll(async () => (await db.select().from(topUp).where(eq(topUp.ref, paid)))[0]?.creditedAt, { timeout: 30_000 })
		.toBeTruthy()
	const ctx = asOfficer(db, { officerId: unni.id, facilityId: at.id }, now, [{ role: 'finance', facilityId: at.id }])
	const refund = await refundTopUp(ctx, {
		...{ topUp: paid, ore: 25_000, idempotencyKey: randomUUID() },
		reason: 'Betaleren har bedt om det',
	})
	return {
		records: { payee: by?.ref ?? '', topUp: paid, refund: refund.ref },
		payee: { id: prisonerId, facilityId: at.id },
		putAway: async () => void (await db.delete(permit).where(eq(permit.id, permitId))),
	}
}
