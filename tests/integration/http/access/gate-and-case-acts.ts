import { randomUUID } from 'node:crypto'
import { paths } from '#app/paths.ts'
import { newCode, newRef } from '#db/ids.ts'
import { application } from '#db/schema/index.ts'
import { addPermit, addPrisoner, addVisitor } from '#sandbox/seeds/rows.ts'
import { addBooking, addSession } from '#tests/support/rows.ts'
import type { Act, Cast } from '../acts.ts'

type Make = (cast: Cast) => Promise<Act>

/** A visit that has begun ten minutes ago, and its gate. */
const atGate =
	(form: Record<string, string>): Make =>
	async ({ db, facilityId }) => {
		const present = newRef()
		const prisonerId = await addPrisoner(db, { facilityId, number: randomUUID() })
		const visitorId = await addVisitor(db, { givenName: 'Kjell', familyName: 'Johansen', ref: present })
		await addPermit(db, { visitorId, prisonerId })
		const sessionId = await addSession(db, { facilityId, startsAt: new Date(Date.now() - 600_000) })
		const code = newCode()
		await addBooking(db, { prisonerId, party: [visitorId], sessionId, code })
		const named = form.step === 'check-in' ? { ...form, present } : form
		return { by: 'nora', path: paths.staff.checkIn({ code }), form: named }
	}

const onCase =
	(form: Record<string, string>): Make =>
	async ({ db, facilityId, kariId }) => {
		const [ref, number] = [newRef(), `C-${newCode()}`]
		const prisonerId = await addPrisoner(db, { facilityId, number })
		await db.insert(application).values({
			...{ id: randomUUID(), ref, applicantId: kariId, visitorId: kariId, prisonerId, typedNumber: number },
			...{ typedName: 'Ola', relationship: 'friend', track: 'family', guardianConsent: false },
			...{ state: 'received', receivedAt: new Date() },
		})
		return { by: 'nora', path: paths.staff.application(ref), form }
	}

/** What officers do at the gate and on a case: done once, each leads to another state. */
export const gateAndCaseActs: Readonly<Record<string, Make>> = {
	'routes/staff.check-in#check-in': atGate({ step: 'check-in' }),
	'routes/staff.check-in#turn-away': atGate({ step: 'turn-away', reason: 'No proof of identity' }),
	'routes/staff.applications.$ref#check': onCase({ step: 'check', check: 'identity', outcome: 'clear', seen: 'x' }),
	'routes/staff.applications.$ref#unlink': onCase({ step: 'unlink', version: '1' }),
	'routes/staff.applications.$ref#grant': onCase({ step: 'grant', version: '1' }),
}
