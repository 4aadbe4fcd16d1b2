import { hasPermission } from '#app/domain/access/permissions.ts'
import { type Role, rolesIn } from '#app/domain/access/roles.ts'
import { nameInList } from '#app/domain/person-name.ts'
import {
	availableActions,
	type RestrictionAction,
	type RestrictionKind,
	type RestrictionState,
	visibleKinds,
} from '#app/domain/restrictions/kinds.ts'
import type { CourtRestrictionType, RestrictionSource } from '#app/domain/restrictions/restrictions.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { insertAudit } from '#db/queries/audit.ts'
import { selectPrisoner } from '#db/queries/prisoners.ts'
import { type RestrictedPerson, type RestrictionDocument, selectRestrictions } from '#db/queries/restrictions/list.ts'
import { selectVisitorAt } from '#db/queries/search/records.ts'
import { auditEntry, writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { type OfficerActor, requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

export interface NamedPerson {
	kind: 'prisoner' | 'visitor'
	ref: string
	name: string
	/** Of a prisoner. */
	number: string | null
}

/** A restriction as an officer who may know of it sees it. */
export interface RestrictionView {
	kind: RestrictionKind
	ref: string
	type: CourtRestrictionType | null
	from: Date | null
	/** null where no end is set. */
	to: Date | null
	clockStopped: boolean
	isOver: boolean
	coversOfficial: boolean
	reference: string | null
	reason: string | null
	source: RestrictionSource | null
	reviewOn: string | null
	createdAt: Date | null
	createdBy: string | null
	endReason: string | null
	endedBy: string | null
	/** Of a ban: where it holds; null for every facility. */
	facility: string | null
	people: NamedPerson[]
	excepted: NamedPerson[]
	actions: RestrictionAction[]
}

export interface RestrictionListInput {
	kind: RestrictionKind | null
	state: RestrictionState
	prisoner?: string | null
	visitor?: string | null
	/** From 1. */
	page?: number
}

export interface RestrictionList {
	rows: RestrictionView[]
	total: number
	pages: number
	/** The kinds that the officer may know of, to choose from. */
	kinds: RestrictionKind[]
	/** Whom the list is about, where it is about one person. */
	person: NamedPerson | null
}

const size = 50
const lastPage = 500

/**
 * The restrictions of the officer's facility. What the officer may not know of is neither listed nor counted. Access is logged, and
 * for each person who is shown.
 *
 * @throws ServiceError `not-allowed`, `not-found` (no such person here)
 */
export async function listRestrictions(ctx: Ctx, input: RestrictionListInput): Promise<RestrictionList> {
	const actor = requireOfficerHere(ctx, 'see-restrictions')
	const { facilityId } = actor
	const kinds = visibleKinds(rolesIn(actor.grants, facilityId))
	return auditedRead(ctx, async (tx) => {
		const person = await personAsked(tx, facilityId, input)
		const filter = {
			kinds: kinds.filter((kind) => input.kind === null || kind === input.kind),
			state: input.state,
			...(person?.kind === 'prisoner' ? { prisonerId: person.id } : {}),
			...(person?.kind === 'visitor' ? { visitorId: person.id } : {}),
		}
		const from = (Math.min(Math.max(input.page ?? 1, 1), lastPage) - 1) * size
		const { rows, total } = await selectRestrictions(tx, facilityId, filter, { now: ctx.now, size, from })
		await writeAudit(tx, ctx, {
			...{ action: 'restriction.list', facilityId, subjectKind: 'facility', subjectId: facilityId },
			detail: { shown: rows.length },
		})
		await auditShown(tx, ctx, facilityId, rows)
		return {
			rows: rows.map((row) => toView(row, actor)),
			total,
			pages: Math.ceil(total / size),
			kinds,
			person: person && named(person),
		}
	})
}

/** One restriction of the officer's facility. Access is logged. @throws ServiceError `not-allowed`, `not-found` (also where it is a secret) */
export async function restrictionOf(ctx: Ctx, ref: string): Promise<RestrictionView> {
	const actor = requireOfficerHere(ctx, 'see-restrictions')
	const { facilityId } = actor
	return auditedRead(ctx, async (tx) => {
		const kinds = visibleKinds(rolesIn(actor.grants, facilityId))
		const { rows } = await selectRestrictions(
			tx,
			facilityId,
			{ kinds, state: 'all', ref },
			{ now: ctx.now, size: 1, from: 0 },
		)
		const [row] = rows
		if (!row) throw new ServiceError('not-found', 'There is no such restriction here')
		await auditShown(tx, ctx, facilityId, rows)
		return toView(row, actor)
	})
}

/** What is in force about one person here, as far as this officer may know of it. Each is logged. */
export async function restrictionsOfPerson(
	tx: DbOrTx,
	ctx: Ctx,
	actor: OfficerActor,
	person: { prisonerId: string } | { visitorId: string },
): Promise<RestrictionView[]> {
	const { facilityId, grants } = actor
	const filter = { kinds: visibleKinds(rolesIn(grants, facilityId)), state: 'in-force', ...person } as const
	const { rows } = await selectRestrictions(tx, facilityId, filter, { now: ctx.now, size, from: 0 })
	await auditShown(tx, ctx, facilityId, rows)
	return rows.map((row) => toView(row, actor))
}

/** One row for each restriction that was shown, with whom it is about. */
async function auditShown(
	tx: DbOrTx,
	ctx: Ctx,
	facilityId: string,
	rows: readonly RestrictionDocument[],
): Promise<void> {
	await insertAudit(
		tx,
		rows.map(({ kind, id, people }) =>
			auditEntry(ctx, {
				...{ action: 'restriction.view', facilityId, subjectKind: kind, subjectId: id },
				detail: { persons: people.map((person) => person.id) },
			}),
		),
	)
}

async function personAsked(
	tx: DbOrTx,
	facilityId: string,
	{ prisoner, visitor }: RestrictionListInput,
): Promise<RestrictedPerson | null> {
	if (prisoner) {
		const found = await selectPrisoner(tx, { ref: prisoner })
		if (found?.facilityId !== facilityId) throw new ServiceError('not-found', 'There is no such prisoner here')
		const { id, ref, givenName, familyName, number, custody } = found
		return { kind: 'prisoner', id, ref, givenName, familyName, number, custody }
	}
	if (!visitor) return null
	const found = await selectVisitorAt(tx, facilityId, visitor)
	if (!found) throw new ServiceError('not-found', 'There is no such visitor here')
	const { id, ref, givenName, familyName } = found
	return { kind: 'visitor', id, ref, givenName, familyName, number: null, custody: null }
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

const named = ({ kind, ref, number, ...name }: RestrictedPerson): NamedPerson => ({
	...{ kind, ref, number, name: nameInList(name) },
})

/** As this officer reads it: who may know of a ban alone does not read why. */
function toView(row: RestrictionDocument, actor: OfficerActor): RestrictionView {
	const { id: _, from, to, createdAt, people, excepted, ...rest } = row
	const mayRead = hasPermission(rolesIn(actor.grants, actor.facilityId), 'see-restrictions')
	return {
		...rest,
		...(mayRead ? {} : { reason: null, createdBy: null, endReason: null, endedBy: null, reviewOn: null }),
		...{ from: instantOf(from), to: instantOf(to), createdAt: instantOf(createdAt) },
		people: people.map(named),
		excepted: excepted.map(named),
		actions: availableActions(row, rolesOver(row, actor)),
	}
}

/** What concerns every facility takes a role that is held everywhere. */
function rolesOver({ kind, facility }: RestrictionDocument, { grants, facilityId }: OfficerActor): Role[] {
	if (kind !== 'ban' || facility !== null) return [...rolesIn(grants, facilityId)]
	return grants.filter((grant) => grant.facilityId === null).map(({ role }) => role)
}

/** What kind of restriction a reference names. @throws ServiceError `not-allowed`, `not-found` (also where it is a secret) */
export async function kindOfRestriction(ctx: Ctx, ref: string): Promise<RestrictionKind> {
	const { grants, facilityId } = requireOfficerHere(ctx, 'see-restrictions')
	const kinds = visibleKinds(rolesIn(grants, facilityId))
	const one = { now: ctx.now, size: 1, from: 0 }
	const { rows } = await selectRestrictions(ctx.db, facilityId, { kinds, state: 'all', ref }, one)
	const [row] = rows
	if (!row) throw new ServiceError('not-found', 'There is no such restriction here')
	return row.kind
}
