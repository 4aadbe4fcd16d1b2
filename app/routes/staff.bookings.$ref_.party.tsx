import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newPartyForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { changeParty } from '#app/services/bookings/change-party.server.ts'
import { visitForOfficer } from '#app/services/bookings/day.server.ts'
import { chosenParty, partyChoiceForOfficer } from '#app/services/bookings/party-choice.server.ts'
import { readableRefusals } from '#app/services/bookings/readable-refusals.ts'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { ChooseParty } from '#app/ui/bookings/choose-party.tsx'
import { officerRefusals } from '#app/ui/bookings/officer-refusals.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'bookings.officer.party.title' }

export const loader = defineLoader({ who: 'officer', permission: 'handle-bookings' }, async ({ ctx, params }) => {
	const found = await visitForOfficer(ctx, { ref: params.ref ?? '' })
	if (!found) throw emptyResponse(404)
	const { visit, actions } = found
	if (!actions.includes('change-party')) throw redirectTo(paths.staff.booking(visit.ref))
	return { visit, ...(await partyChoiceForOfficer(ctx, visit.ref)) }
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-bookings' },
	async ({ ctx, params, request, context }) => {
		const ref = params.ref ?? ''
		const submission = await parseForm(request, newPartyForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const { version, override = null } = submission.value
		const partyIds = await chosenParty(ctx, ref, submission.value.with)
		if (!partyIds) return invalidForm(submission, { fieldErrors: { with: ['bookings.error.party'] } })
		const outcome = await changeParty(ctx, { booking: { ref }, partyIds, override, version })
		if (!outcome.ok) {
			const refused = readableRefusals(ctx, outcome.refusals)
			return data({ refused, chosen: submission.value.with }, { status: 409 })
		}
		throw redirectWith(context, paths.staff.booking(ref), { kind: 'done', text: 'bookings.officer.party.done' })
	},
)

/** Who comes, changed for a family: the rules answer, and a reason lifts what an officer may lift. */
export default function ChangePartyForFamily() {
	const { visit, people, version } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const again = answer && 'refused' in answer ? answer : null
	const refused = again?.refused
	const lastResult = answer && !('refused' in answer) ? answer : null
	const chosen = again?.chosen ?? people.filter(({ comes }) => comes).map(({ ref }) => ref)
	const [form, fields] = useForm({ id: 'party', lastResult, defaultValue: { with: chosen, override: '' } })
	return (
		<>
			<BackLink href={paths.staff.booking(visit.ref)} />
			<ErrorSummary form={form} />
			{refused && <RefusalList title={t('bookings.officer.party.refused')} items={officerRefusals(refused, t)} />}
			<PageTitle
				lead={
					<>
						{visit.prisoner}, <VisitTime visit={visit} />
					</>
				}
			>
				{t('bookings.officer.party.title')}
			</PageTitle>
			<p>{t('bookings.officer.party.about')}</p>
			<PostForm id={form.id}>
				<HiddenFields values={{ version }} />
				<ChooseParty field={fields.with} people={people} saysWhoComes />
				{refused && (
					<TextField
						field={fields.override}
						label={t('bookings.officer.override')}
						hint={t('bookings.officer.override-hint')}
						maxLength={500}
					/>
				)}
				<FormActions>
					<SubmitButton>{t('bookings.officer.party.start')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
