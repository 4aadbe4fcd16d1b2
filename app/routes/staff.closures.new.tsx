import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type ClosurePlan, closureForm, closurePlanForm } from '#app/forms/timetable.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { invalidForm, parseForm, parseQuery } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { addClosure, bookingsAffectedByClosure } from '#app/services/timetable/add-closure.server.ts'
import { closable, closableSession } from '#app/services/timetable/closures.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { ClosurePlanForm } from '#app/ui/timetable/closure-plan-form.tsx'
import { ConfirmClosure } from '#app/ui/timetable/confirm-closure.tsx'

export const handle: PageHandle = { title: 'closures.new.title' }

/** What the services are asked. */
function askOf({ unit, room, session, from, to, what }: ClosurePlan, facilityId: string) {
	if (what === 'session') return { facilityId, session: { ref: session ?? '' } }
	const days = { facilityId, from: from ?? '', to: to ?? from ?? '' }
	if (what === 'unit') return { ...days, unit: unit ?? '' }
	return what === 'room' ? { ...days, room: { ref: room ?? '' } } : days
}

/** The plan that the address carries; nothing when the page was just opened. */
function planIn(url: URL) {
	return url.search !== '' ? parseQuery(url, closurePlanForm) : null
}

export const loader = defineLoader({ who: 'officer', permission: 'handle-bookings' }, async ({ ctx, url }) => {
	const { facilityId } = ctx.actor
	const submission = planIn(url)
	const places = await closable(ctx, facilityId)
	if (submission?.status !== 'success') {
		const page = {
			places,
			lastResult: submission?.reply() ?? null,
			plan: null,
			session: null,
			touched: [],
		}
		return submission ? data(page, { status: 400 }) : page
	}
	const plan = submission.value
	const touched = await bookingsAffectedByClosure(ctx, askOf(plan, facilityId))
	return {
		places,
		lastResult: null,
		plan,
		session: plan.what === 'session' ? await closableSession(ctx, facilityId, plan.session ?? '') : null,
		touched: touched.map(({ ref, start, prisonerName, unit, people }) => ({
			...{ ref, start, unit, people },
			prisoner: prisonerName,
		})),
	}
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-bookings' },
	async ({ ctx, request, url, context }) => {
		const plan = planIn(url)
		if (plan?.status !== 'success') throw emptyResponse(400)
		const submission = await parseForm(request, closureForm)
		if (submission.status !== 'success') return invalidForm(submission)
		await addClosure(ctx, { ...askOf(plan.value, ctx.actor.facilityId), reason: submission.value.reason })
		throw redirectWith(context, paths.staff.closures(), { kind: 'done', text: 'closures.done' })
	},
)

/** First what is to be closed; then whom it touches, before it is done. */
export default function NewClosure() {
	const { places, lastResult, plan, session, touched } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<ClosurePlan>({ id: 'closure', lastResult, defaultValue: plan ?? undefined })
	const [last, { reason }] = useForm<{ reason: string }>({ id: 'confirm', lastResult: answer ?? null })
	return (
		<>
			<BackLink href={plan ? paths.staff.newClosure() : paths.staff.closures()} />
			<ErrorSummary form={plan ? last : form} />
			<PageTitle>{t('closures.new.title')}</PageTitle>
			{plan ? (
				<ConfirmClosure plan={plan} places={places} session={session} touched={touched} id={last.id} reason={reason} />
			) : (
				<ClosurePlanForm id={form.id} fields={fields} places={places} />
			)}
		</>
	)
}
