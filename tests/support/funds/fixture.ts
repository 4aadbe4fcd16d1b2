import { randomUUID } from 'node:crypto'
import type { PhoneSystem } from '#app/integrations/phone-system.server.ts'
import { fundsJobs } from '#app/jobs/funds.server.ts'
import type { Job } from '#app/jobs/job.ts'
import type { Ctx, ServiceDeps } from '#app/services/context.ts'
import type { Db } from '#db/client.server.ts'
import { addFacility, addOfficer, addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { asOfficer } from '../rows.ts'
import { createFakeStripe, type FakeStripe } from './fake-stripe.ts'

/** A remand prison with two prisoners, three payers for each of them, and two officers who handle funds. */
export interface FundsPeople {
	facilityId: string
	prisoners: { id: string; number: string }[]
	payerIds: string[]
	officers: [Ctx, Ctx]
}

/** The same with what surrounds them, within the test's own process. */
export interface FundsFixture extends FundsPeople {
	stripe: FakeStripe
	paymentGateway: ServiceDeps
	work: readonly Job[]
}

export async function buildFundsFixture(
	owner: Db,
	db: Db,
	{
		phone,
		policy = {},
		stripe = createFakeStripe(),
	}: { phone: PhoneSystem; policy?: Record<string, unknown>; stripe?: FakeStripe },
): Promise<FundsFixture> {
	return {
		...(await addFundsPeople(owner, db, policy)),
		stripe,
		paymentGateway: { payments: stripe.payments, publicOrigin: 'https://samvaer.test' },
		work: fundsJobs({ payments: stripe.payments, phone }),
	}
}

export async function addFundsPeople(owner: Db, db: Db, policy: Record<string, unknown> = {}): Promise<FundsPeople> {
	const facilityId = await addFacility(owner, { slug: randomUUID(), policy })
	const numbers = [randomUUID(), randomUUID()]
	const prisoners: FundsFixture['prisoners'] = []
	for (const number of numbers)
		prisoners.push({ id: await addPrisoner(owner, { facilityId, number, legalStatus: 'remand' }), number })
	const payerIds: string[] = []
	for (const givenName of ['Kari', 'Ola', 'Mor']) {
		const visitorId = await addVisitor(owner, { givenName, familyName: 'Nordmann' })
		payerIds.push(visitorId)
		for (const { id: prisonerId } of prisoners)
			await addPermit(owner, { visitorId, prisonerId, relationship: 'parent' })
	}
	const officer = async () => {
		const who = { name: 'Officer', issuer: 'staff', subject: randomUUID(), roles: [] }
		const officerId = await addOfficer(owner, who)
		return asOfficer(db, { officerId, facilityId }, undefined, [{ role: 'finance', facilityId }])
	}
	return { facilityId, prisoners, payerIds, officers: [await officer(), await officer()] }
}
