import type { ApplicationState, CheckKind, CheckOutcome } from '#app/domain/applications/application.ts'
import { requiredChecks } from '#app/domain/applications/checks.ts'
import { type LocalDate, localDate } from '#app/domain/calendar/oslo.ts'
import { appealDays, appealDeadline } from '#app/domain/decisions/appeal-deadline.ts'
import { type Control, withImplied } from '#app/domain/permits/controls.ts'
import { relationships } from '#app/domain/permits/permit.ts'
import type { Policy } from '#app/domain/policy.ts'
import type { application, applicationCheck, decision, permit } from '#db/schema/index.ts'
import type { Random } from '../random.ts'
import type { SeededIds } from '../seeded-ids.ts'
import { shuffleBag } from '../weighted-choice.ts'
import type { Population, PopulationFamily } from './population.ts'
import { reasons } from './reasons.ts'
import type { DemoSize } from './size.ts'
import type { Deciders, Slug } from './staff.ts'

export interface ApplicationRows {
	applications: (typeof application.$inferInsert)[]
	checks: (typeof applicationCheck.$inferInsert)[]
	decisions: (typeof decision.$inferInsert)[]
}

interface Given {
	population: Population
	size: DemoSize
	deciders: Readonly<Record<Slug, Deciders>>
	policies: Readonly<Record<Slug, Policy>>
	now: Date
	random: Random
	ids: SeededIds
}

const dayMs = 86_400_000

/**
 * Applications in every state. Those that were granted belong to permits of the generated population, which are changed to say so: a permit
 * with a glass wall no longer counts among those that open for the hall.
 */
export function demoApplications(given: Given): ApplicationRows {
	const { population, size } = given
	const rows: ApplicationRows = { applications: [], checks: [], decisions: [] }
	for (const slug of ['fjellheim', 'elvebredden', 'lyngmo'] as const) {
		const families = population.families.filter((one) => one.slug === slug)
		const granted = families.flatMap((family) => grantable(given, family)).slice(0, size.ofEach * 4)
		for (const [index, one] of granted.entries()) addGranted(rows, given, one, index < size.ofEach)
	}
	const open = population.families.filter(({ prisoner }) => prisoner.custody === 'in')
	const states = shuffleBag<ApplicationState>(given.random, [
		'received',
		'received',
		'received',
		'ready',
		'refused',
		'withdrawn',
	])
	for (const [index, applicant] of population.applicants.entries()) {
		// In turn over the facilities: families lie one facility after another.
		const family = open[Math.floor((index * open.length) / population.applicants.length)]
		if (family) addOpen(rows, given, { ...applicant, family, state: states() })
	}
	return rows
}

interface Grantable {
	family: PopulationFamily
	permit: typeof permit.$inferInsert
	member: PopulationFamily['members'][number]
	born: LocalDate
}

/** The second grown-up member of a family, whose permit can be narrowed without leaving the family without a visitor. */
function grantable({ population }: Given, family: PopulationFamily): Grantable[] {
	const [, member] = family.members.filter(({ adult, holds }) => adult && holds)
	const held = population.registry.rows.permits.find(({ id }) => id === member?.permitId)
	const who = population.registry.rows.visitors.find(({ id }) => id === member?.visitorId)
	if (!member || !held || !who || family.prisoner.securityLevel === 'special-high') return []
	return [{ family, permit: held, member, born: who.born }]
}

function addGranted(rows: ApplicationRows, given: Given, one: Grantable, withLimits: boolean): void {
	const { random, now } = given
	const { family, permit: held, member, born } = one
	const decidedAt = daysBefore(now, random.whole(10, 55), random)
	const state = withLimits ? 'granted-with-limits' : 'granted'
	const id = addApplication(rows, given, {
		visitorId: member.visitorId,
		family,
		relationship: held.relationship,
		state,
		linked: true,
		receivedAt: daysBefore(decidedAt, random.whole(5, 27), random),
		decidedAt,
	})
	const checks = kindsFor(given, family.slug, born)
	addChecks(rows, given, {
		id,
		slug: family.slug,
		decidedAt,
		checks,
		outcomeOf: (kind) => (withLimits && kind === 'police-check' ? 'limits' : 'clear'),
	})
	const controls: Control[] = withLimits ? withImplied(random.pick([['overheard', 'glass'], ['glass']])) : []
	held.controls = controls
	held.validFrom = localDate(decidedAt)
	held.decisionId = addDecision(rows, given, { id, slug: family.slug, outcome: state, controls, decidedAt })
	member.holds = !withLimits
}

function addOpen(
	rows: ApplicationRows,
	given: Given,
	{
		visitorId,
		born,
		family,
		state,
	}: Population['applicants'][number] & { family: PopulationFamily; state: ApplicationState },
): void {
	const { random, now } = given
	const decided = state === 'refused' || state === 'withdrawn'
	const decidedAt = decided ? daysBefore(now, random.whole(1, 50), random) : null
	const receivedAt = daysBefore(decidedAt ?? now, random.whole(1, decided ? 25 : 33), random)
	const kinds = kindsFor(given, family.slug, born)
	const answered = state === 'received' ? kinds.slice(0, random.whole(0, kinds.length - 1)) : kinds
	const id = addApplication(rows, given, {
		visitorId,
		family,
		relationship: random.pick(relationships.filter((one) => one !== 'child')),
		state,
		linked: answered.length > 0 && state !== 'withdrawn',
		receivedAt,
		decidedAt,
	})
	if (state === 'withdrawn') return
	const mild: readonly CheckOutcome[] = ['clear', 'clear', 'clear', 'limits', 'stop']
	const outcomeOf = (kind: CheckKind): CheckOutcome => {
		if (state === 'refused') return kind === 'police-check' ? 'stop' : 'clear'
		// A consent takes an entry on the prisoner's list, which may be full.
		if (!answered.includes(kind)) return 'open'
		return kind === 'police-check' ? random.pick(mild) : kind === 'prisoner-consent' ? 'limits' : 'clear'
	}
	const setAt = decidedAt ?? daysBefore(now, 0, random)
	addChecks(rows, given, {
		id,
		slug: family.slug,
		decidedAt: new Date(Math.max(setAt.getTime(), receivedAt.getTime())),
		checks: kinds,
		outcomeOf,
	})
	if (decidedAt) addDecision(rows, given, { id, slug: family.slug, outcome: 'refused', controls: [], decidedAt })
}

function kindsFor({ policies, now }: Given, slug: Slug, born: LocalDate): CheckKind[] {
	const policy = policies[slug]
	const proven = { birthDateSource: 'national-number', birthDateComparison: 'matches', otherBirthDate: null } as const
	return requiredChecks({
		born,
		...proven,
		today: localDate(now),
		track: 'family',
		officialKind: null,
		securityLevel: null,
		policy,
	})
}

function addApplication(
	rows: ApplicationRows,
	{ ids, random }: Given,
	one: {
		visitorId: string
		family: PopulationFamily
		linked: boolean
	} & Pick<typeof application.$inferInsert, 'relationship' | 'state' | 'receivedAt' | 'decidedAt'>,
): string {
	const { family, linked, visitorId, ...columns } = one
	const id = ids.id(columns.receivedAt)
	rows.applications.push({
		...columns,
		id,
		ref: ids.ref(),
		applicantId: visitorId,
		visitorId,
		// Not everybody knows the number or the whole name; an officer matches it.
		typedNumber: !linked && random.chance(0.2) ? `X-${random.whole(1000, 9999)}` : family.prisoner.number,
		typedName: !linked && random.chance(0.2) ? family.prisoner.familyName : family.name,
		track: 'family',
		officialKind: null,
		guardianConsent: false,
		message: random.chance(0.3) ? random.pick(reasons.messages) : '',
		prisonerId: linked ? family.prisoner.id : null,
		version: linked ? 2 : 1,
	})
	return id
}

function addChecks(
	rows: ApplicationRows,
	{ deciders }: Given,
	one: { id: string; slug: Slug; decidedAt: Date; checks: CheckKind[]; outcomeOf: (kind: CheckKind) => CheckOutcome },
): void {
	for (const kind of one.checks) {
		const outcome = one.outcomeOf(kind)
		const set =
			outcome === 'open' ? { setBy: null, setAt: null } : { setBy: deciders[one.slug].screening, setAt: one.decidedAt }
		rows.checks.push({ applicationId: one.id, kind, outcome, ...set })
	}
}

function addDecision(
	rows: ApplicationRows,
	{ deciders, ids, random }: Given,
	one: {
		id: string
		slug: Slug
		outcome: 'granted' | 'granted-with-limits' | 'refused'
		controls: Control[]
		decidedAt: Date
	},
): string {
	const { outcome, controls, decidedAt } = one
	const id = ids.id(decidedAt)
	const reasoned = outcome !== 'granted'
	const lesser = outcome === 'refused' ? reasons.lesserThanRefusal : reasons.lesserThanGlass
	rows.decisions.push({
		id,
		ref: ids.ref(),
		applicationId: one.id,
		outcome,
		state: random.chance(0.7) ? 'opened' : 'sent',
		controls,
		rule: reasoned ? reasons.rule[outcome] : null,
		facts: reasoned ? reasons.facts[outcome] : null,
		lesserControls: reasoned ? lesser : {},
		draftedBy: deciders[one.slug].first,
		approvedBy: reasoned ? deciders[one.slug].second : null,
		draftedAt: decidedAt,
		sentAt: decidedAt,
		openedAt: null,
		appealUntil: reasoned ? appealDeadline(localDate(decidedAt), appealDays.case) : null,
	})
	const last = rows.decisions.at(-1)
	if (last?.state === 'opened') last.openedAt = new Date(decidedAt.getTime() + random.whole(1, 20) * 3_600_000)
	return id
}

function daysBefore(instant: Date, days: number, random: Random): Date {
	return new Date(instant.getTime() - days * dayMs - Math.floor(random.next() * (dayMs / 3)))
}
