import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmPartyForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { changeParty } from '#app/services/bookings/change-party.server.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { checkParty, chosenParty } from '#app/services/bookings/party-choice.server.ts'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { describeRefusals } from '#app/ui/bookings/describe-refusals.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.party.check.title' }

const chosenIn = (url: URL) => (url.searchParams.get('with') ?? '').split(',').filter((ref) => ref !== '')

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const { visit, actions } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('change')) throw redirectTo(paths.visit(visit.ref))
	const chosen = chosenIn(url)
	const check = await checkParty(ctx, visit.ref, chosen)
	if (check.party.length === 0) throw redirectTo(paths.changeParty(visit.ref))
	return { visit, check, again: paths.changeParty(visit.ref, { with: chosen.join(',') }) }
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, url, request, context }) => {
	const ref = params.ref ?? ''
	const { version } = await parsePlainForm(request, confirmPartyForm)
	const partyIds = await chosenParty(ctx, ref, chosenIn(url))
	if (!partyIds) throw redirectTo(paths.changeParty(ref))
	const outcome = await changeParty(ctx, { booking: { ref }, partyIds, version })
	if (!outcome.ok) return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	throw redirectWith(context, paths.visit(ref), { kind: 'done', text: 'bookings.party.done' })
})

export default function CheckParty() {
	const { visit, check, again } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const refused = answer?.publicReasons ?? check.publicReasons
	const names = (label: Parameters<typeof t>[0], people: readonly string[]) =>
		people.length === 0 ? [] : [{ label: t(label), value: formatList([...people], locale) }]
	return (
		<>
			<BackLink href={again} />
			{refused && (
				<RefusalList
					title={t('bookings.party.check.refused')}
					items={describeRefusals(refused, t)}
					contact={<TextLink href={again}>{t('bookings.party.check.again')}</TextLink>}
				/>
			)}
			<PageTitle lead={<VisitTime visit={visit} />}>{t('bookings.party.check.title')}</PageTitle>
			{check.same && <Notice kind="neutral">{t('bookings.party.check.same')}</Notice>}
			<SummaryList
				rows={[
					...names('bookings.party.check.added', check.added),
					...names('bookings.party.check.removed', check.removed),
					...names('bookings.party.check.party', check.party),
				]}
			/>
			{!check.same && !refused && (
				<>
					<p>{t('bookings.party.check.told')}</p>
					{check.movesToo && <p>{t('bookings.party.check.moves-too')}</p>}
					<PostForm>
						<HiddenFields values={{ version: check.version }} />
						<FormActions>
							<SubmitButton>{t('bookings.party.check.confirm')}</SubmitButton>
							<TextLink href={again}>{t('bookings.party.check.again')}</TextLink>
						</FormActions>
					</PostForm>
				</>
			)}
			{check.same && (
				<p>
					<TextLink href={again}>{t('bookings.party.check.again')}</TextLink>
				</p>
			)}
		</>
	)
}
