import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
	newRestrictionForm,
	planPeopleForm,
	type RestrictionGroundForm,
	type RestrictionPlan,
	restrictionPlanForm,
} from '#app/forms/restrictions.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { invalidForm, parseForm, parseQuery } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { takeStashedForm } from '#app/http/stash-form.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ServiceError } from '#app/services/errors.ts'
import { findRestricted } from '#app/services/restrictions/find-restricted.server.ts'
import {
	peopleOfPlan,
	previewRestriction,
	recordRestriction,
} from '#app/services/restrictions/plan-restriction.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { ChoosePeople } from '#app/ui/restrictions/choose-people.tsx'
import { ConfirmRestriction } from '#app/ui/restrictions/confirm-restriction.tsx'
import { RestrictionPlanForm } from '#app/ui/restrictions/restriction-plan-form.tsx'

export const handle: PageHandle = { title: 'restrictions.new' }

/** Whom the address names already; a kind that there is none of has no page. */
function chosenIn(url: URL) {
	const chosen = planPeopleForm.safeParse(Object.fromEntries(url.searchParams))
	if (!chosen.success) throw emptyResponse(400)
	return chosen.data
}

/** What was typed, where the end is past or before the beginning: only the use case knows the day. */
function isFaultyEnd(error: unknown): error is ServiceError {
	return error instanceof ServiceError && error.code === 'incomplete' && error.fields.includes('to')
}

export const loader = defineLoader(
	{ who: 'officer', permission: 'screen-applications' },
	async ({ ctx, url, context, request }) => {
		const chosen = chosenIn(url)
		const people = await peopleOfPlan(ctx, chosen)
		const page = { chosen, ...people, key: randomUUID(), lastResult: null, plan: null, touched: null, typed: null }
		const isAsked = chosen.kind === 'non-association' || url.searchParams.get('step') === 'details'
		if (people.missing !== null || !isAsked) return page
		const submission = parseQuery(url, restrictionPlanForm)
		if (submission.status !== 'success') return data({ ...page, lastResult: submission.reply() }, { status: 400 })
		try {
			const { bookings, ...beside } = await previewRestriction(ctx, submission.value)
			const touched = {
				...beside,
				bookings: bookings.map(({ ref, start, prisonerName, unit, people: count }) => ({
					...{ ref, start, unit, people: count, prisoner: prisonerName },
				})),
			}
			return { ...page, plan: submission.value, touched, typed: takeStashedForm(context, request) }
		} catch (error) {
			if (!isFaultyEnd(error)) throw error
			const lastResult = submission.reply({ fieldErrors: { to: ['restrictions.error.to-past'] } })
			return data({ ...page, lastResult }, { status: 400 })
		}
	},
)

export const action = defineAction(
	{ who: 'officer', permission: 'screen-applications' },
	async ({ ctx, request, url, context }) => {
		const chosen = chosenIn(url)
		const submission = await parseForm(request, newRestrictionForm)
		if (submission.payload.step === 'find') {
			const typed = String(submission.payload.q ?? '')
			const outcome = await findRestricted(ctx, typed)
			if ('error' in outcome) return data({ typed, error: outcome.error, found: null }, { status: 400 })
			const { missing, people } = await peopleOfPlan(ctx, chosen)
			// The first of two decides which kind the second is of.
			const wanted = missing === 'other' ? [people[0]?.kind] : missingKinds(chosen.kind, missing)
			const found = outcome.people
				.filter((person) => wanted.includes(person.kind))
				.map((person) => {
					const field = missing === 'other' ? 'other' : person.kind
					return { ...person, href: paths.staff.newRestriction({ ...chosen, [field]: person.ref }) }
				})
			const [only] = found
			if (only && found.length === 1) throw redirectTo(only.href)
			return { typed, error: null, found }
		}
		const plan = parseQuery(url, restrictionPlanForm)
		if (plan.status !== 'success') throw emptyResponse(400)
		const lacksReference = plan.value.kind === 'court-restriction' && !submission.payload.reference
		const also = lacksReference ? { fieldErrors: { reference: ['restrictions.error.reference'] } } : undefined
		if (submission.status !== 'success' || lacksReference) return invalidForm(submission, also)
		const { step: _, q: __, ...ground } = submission.value
		const { ref } = await recordRestriction(ctx, plan.value, ground)
		throw redirectWith(context, paths.staff.restriction(ref), { kind: 'done', text: 'restrictions.recorded' })
	},
)

function missingKinds(kind: RestrictionPlan['kind'], missing: 'prisoner' | 'visitor' | null) {
	return kind === 'non-association' ? ['prisoner', 'visitor'] : [missing]
}

/** Whom it is about, then what and until when, then what it touches; only then is it recorded. */
export default function NewRestriction() {
	const { chosen, people, missing, ties, plan, touched, lastResult, key, typed } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const search = answer && 'found' in answer ? answer : null
	const reply = answer && !('found' in answer) ? answer : null
	const [form, fields] = useForm<RestrictionPlan>({ id: 'plan', lastResult })
	const [last, ground] = useForm<RestrictionGroundForm>({
		...{ id: 'confirm', lastResult: reply },
		defaultValue: typed ?? {},
	})
	const step = missing !== null ? 'people' : plan && touched ? 'confirm' : 'details'
	return (
		<>
			<BackLink href={paths.staff.restrictions()} />
			{step === 'people' && search?.error && <ErrorSummary form={{ id: 'find', allErrors: { q: [search.error] } }} />}
			{step !== 'people' && <ErrorSummary form={step === 'confirm' ? last : form} />}
			<PageTitle>{t(`restrictions.new.${chosen.kind}`)}</PageTitle>
			{missing !== null && (
				<ChoosePeople chosen={chosen} people={people} missing={missing} ties={ties} search={search} />
			)}
			{step === 'details' && (
				<RestrictionPlanForm id={form.id} fields={fields} chosen={chosen} people={people} ties={ties} />
			)}
			{plan && touched && (
				<ConfirmRestriction
					id={last.id}
					fields={ground}
					plan={plan}
					people={people}
					ties={ties}
					touched={touched}
					idempotencyKey={key}
				/>
			)}
		</>
	)
}
