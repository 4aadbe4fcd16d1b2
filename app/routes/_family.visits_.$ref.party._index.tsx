import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newPartyForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { partyChoiceOf } from '#app/services/bookings/party-choice.server.ts'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { ChooseParty } from '#app/ui/bookings/choose-party.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'bookings.party.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const { visit, actions } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('change')) throw redirectTo(paths.visit(visit.ref))
	const { people, version } = await partyChoiceOf(ctx, visit.ref)
	const chosen = url.searchParams.get('with')?.split(',') ?? people.filter(({ comes }) => comes).map(({ ref }) => ref)
	return { visit, people, version, chosen }
})

export const action = defineAction({ who: 'visitor' }, async ({ params, request }) => {
	const submission = await parseForm(request, newPartyForm)
	if (submission.status !== 'success') return invalidForm(submission)
	throw redirectTo(paths.checkParty(params.ref ?? '', { with: submission.value.with.join(',') }))
})

export default function ChangeParty() {
	const { visit, people, version, chosen } = useLoaderData<typeof loader>()
	const lastResult = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm({ id: 'party', lastResult: lastResult ?? null, defaultValue: { with: chosen } })
	return (
		<>
			<BackLink href={paths.visit(visit.ref)} />
			<ErrorSummary form={form} />
			<PageTitle lead={<VisitTime visit={visit} />}>{t('bookings.party.title')}</PageTitle>
			<p>{t('bookings.party.about')}</p>
			<PostForm id={form.id}>
				<HiddenFields values={{ version }} />
				<ChooseParty field={fields.with} people={people} />
				<FormActions>
					<SubmitButton>{t('bookings.party.next')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
