import { rolesIn } from '#app/domain/access/roles.ts'
import type { BookingState } from '#app/domain/bookings/booking.ts'
import { mayReadCause } from '#app/domain/bookings/gate-stops.ts'
import { type MailReach, mailReach } from '#app/domain/messages/delivery.ts'
import type { Control } from '#app/domain/permits/controls.ts'
import type { PermitState } from '#app/domain/permits/permit.ts'
import { nameInList, type PersonName } from '#app/domain/person-name.ts'
import type { Custody, LegalStatus, SecurityLevel } from '#app/domain/prisoners/prisoner.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import type { SearchReason } from '#app/domain/search/reasons.ts'
import { formatPhone } from '#app/forms/visitors/phone-number.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { selectOpenCauses } from '#db/queries/reviews/reviews.ts'
import { selectPermitsWith, selectVisitorAt, selectVisitsAhead } from '#db/queries/search/records.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { type OfficerActor, requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type StatedPerson, statedPerson } from '../identity/stated-person.view-model.ts'
import { type RestrictionView, restrictionsOfPerson } from '../restrictions/list-restrictions.server.ts'

/** Someone whom a permit joins to the one looked at. */
interface Tie {
	ref: string
	name: string
	/** The permit's own, beside those of the level. */
	controls: readonly Control[]
	/** Its last day; null where none is set. */
	validTo: string | null
	/** As the permit calls the visitor: partner, friend … */
	relationship: string
	state: PermitState
}

interface Ahead {
	ref: string
	code: string
	start: Date
	state: BookingState
	underReview: boolean
	/** Why, as far as this officer may read it. */
	causes: ReviewCause[]
}

export interface PrisonerRecord {
	name: string
	number: string
	born: string
	unit: string
	securityLevel: SecurityLevel
	legalStatus: LegalStatus
	custody: Custody
	language: string | null
	permits: Tie[]
	visits: Ahead[]
	restrictions: RestrictionView[]
}

/** A prisoner of the officer's facility, as the register has them. Access is logged. @throws ServiceError `not-found`, `not-allowed` */
export function prisonerRecord(ctx: Ctx, ref: string, reason: SearchReason): Promise<PrisonerRecord> {
	const actor = requireOfficerHere(ctx, 'see-bookings')
	const { facilityId } = actor
	return auditedRead(ctx, async (tx) => {
		const one = await selectPrisoner(tx, { ref })
		if (one?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such prisoner here')
		await writeAudit(tx, ctx, {
			...{ action: 'prisoner.view', subjectKind: 'prisoner', subjectId: one.id },
			detail: { reason },
		})
		const { number, born, unit, securityLevel, legalStatus, custody, language } = one
		const permits = await selectPermitsWith(tx, { prisonerId: one.id })
		return {
			...{ name: nameInList(one), number, born, unit, securityLevel, legalStatus, custody, language },
			permits: permits.map(({ permit, visitor }) => tie(permit, visitor)),
			visits: await visitsAhead(tx, ctx, actor, { prisonerId: one.id }),
			restrictions: await restrictionsOfPerson(tx, ctx, actor, { prisonerId: one.id }),
		}
	})
}

export interface VisitorRecord {
	name: string
	/** Whether e-mail reaches them, and the number to call where it does not. */
	mail: { reach: MailReach; phone: string | null }
	stated: StatedPerson
	permits: Tie[]
	visits: Ahead[]
	restrictions: RestrictionView[]
}

/**
 * A visitor who has to do with the officer's facility, and what of them lies there. Without the national number, and without
 * what other facilities have. Access is logged.
 *
 * @throws ServiceError `not-found`, `not-allowed`
 */
export function visitorRecord(ctx: Ctx, ref: string, reason: SearchReason): Promise<VisitorRecord> {
	const actor = requireOfficerHere(ctx, 'see-bookings')
	const { facilityId } = actor
	return auditedRead(ctx, async (tx) => {
		const one = await selectVisitorAt(tx, facilityId, ref)
		if (!one) throw new ServiceError('not-found', 'There is no such visitor here')
		await writeAudit(tx, ctx, {
			...{ action: 'visitor.view', subjectKind: 'visitor', subjectId: one.id },
			detail: { reason },
		})
		const permits = await selectPermitsWith(tx, { visitorId: one.id, facilityId })
		return {
			name: nameInList(one),
			mail: { reach: mailReach(one), phone: mailReach(one) === 'yes' ? null : one.phone && formatPhone(one.phone) },
			stated: statedPerson(one),
			permits: permits.map(({ permit, prisoner }) => tie(permit, prisoner)),
			visits: await visitsAhead(tx, ctx, actor, { visitorId: one.id }),
			restrictions: await restrictionsOfPerson(tx, ctx, actor, { visitorId: one.id }),
		}
	})
}

async function visitsAhead(
	tx: DbOrTx,
	ctx: Ctx,
	{ facilityId, grants }: OfficerActor,
	person: { prisonerId: string } | { visitorId: string },
): Promise<Ahead[]> {
	const visits = await selectVisitsAhead(tx, facilityId, person, ctx.now)
	const causes = await selectOpenCauses(
		tx,
		visits.map(({ id }) => id),
	)
	const held = rolesIn(grants, facilityId)
	return visits.map(({ id, ...visit }) => {
		const open = causes.get(id) ?? []
		return { ...visit, underReview: open.length > 0, causes: open.filter((cause) => mayReadCause(held, cause)) }
	})
}

type PermitFacts = Pick<Tie, 'relationship' | 'state' | 'controls' | 'validTo'>

function tie({ relationship, state, controls, validTo }: PermitFacts, other: PersonName & { ref: string }): Tie {
	return { ref: other.ref, name: nameInList(other), relationship, state, controls, validTo }
}
