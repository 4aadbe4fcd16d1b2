import { useLoaderData } from '@remix-run/react'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myApplication } from '#app/services/applications/mine.server.ts'
import { withdrawApplication } from '#app/services/applications/withdraw.server.ts'
import { myReach } from '#app/services/messages/my-reach.server.ts'
import { ApplicationStatus } from '#app/ui/applications/application-status.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Letter } from '#app/ui/decisions/letter.tsx'
import { Reference } from '#app/ui/display/reference.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ReachNotice } from '#app/ui/messages/reach-notice.tsx'

export const handle: PageHandle = { title: 'applications.one.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params }) => ({
	...(await myApplication(ctx, params.ref ?? '')),
	mail: await myReach(ctx),
}))

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, context }) => {
	const ref = params.ref ?? ''
	await withdrawApplication(ctx, { application: { ref } })
	throw redirectWith(context, paths.application(ref), { kind: 'done', text: 'applications.withdraw.done' })
})

export default function Application() {
	const { application, actions, letter, mail } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const { state } = application
	return (
		<>
			<BackLink href={paths.applications()} />
			<PageTitle aside={<ApplicationStatus state={state} />}>{t('applications.one.title')}</PageTitle>
			<Reference value={application.ref} />
			<SummaryList
				rows={[
					{
						label: t('applications.one.received'),
						value: formatDateTime(application.receivedAt, locale, { year: true }),
					},
					{ label: t('applications.one.visitor'), value: application.forWhom },
					{ label: t('applications.new.number'), value: application.typedNumber },
					{ label: t('applications.new.name'), value: application.typedName },
					{
						label: t('applications.new.relationship'),
						value: t(`applications.relationship.${application.relationship}`),
					},
				]}
			/>
			{state === 'received' && (
				<Section title={t('common.what-happens-next')}>
					<p>{t('applications.next.received')}</p>
					<ReachNotice mail={mail} />
					<p>{t('applications.next.how-long')}</p>
				</Section>
			)}
			{state === 'granted' && (
				<Section title={t('common.what-happens-next')}>
					<p>{t('applications.next.granted')}</p>
					<ButtonLink href={paths.newVisit()}>{t('bookings.new.start')}</ButtonLink>
				</Section>
			)}
			{letter && <Letter {...letter} />}
			{actions.includes('withdraw') && (
				<PostForm>
					<p className="subtle">{t('applications.withdraw.about')}</p>
					<FormActions>
						<SubmitButton variant="secondary">{t('applications.withdraw.confirm')}</SubmitButton>
					</FormActions>
				</PostForm>
			)}
		</>
	)
}
