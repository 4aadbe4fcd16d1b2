import { useActionData, useLoaderData } from '@remix-run/react'
import { ageOn, localDate } from '#app/domain/calendar/oslo.ts'
import { checkForm, grantForm, linkForm } from '#app/forms/staff.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { grantApplication } from '#app/services/applications/decide.server.ts'
import { linkPrisoner } from '#app/services/applications/link-prisoner.server.ts'
import { applicationCase } from '#app/services/applications/queue.server.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { ApplicationStatus } from '#app/ui/applications/application-status.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { CheckList } from '#app/ui/staff/check-list.tsx'
import { MatchTag } from '#app/ui/staff/match-tag.tsx'
import { StatedPerson } from '#app/ui/staff/stated-person.tsx'

export const handle: PageHandle = { title: 'staff.case.title' }

export const loader = defineLoader({ who: 'officer', deed: 'see-applications' }, async ({ ctx, params }) => {
	const found = await applicationCase(ctx, params.ref ?? '')
	const { application, visitor, prisoner, match, checks, missing, actions, list, stated } = found
	return {
		ref: application.ref,
		state: application.state,
		typedNumber: application.typedNumber,
		typedName: application.typedName,
		relationship: application.relationship,
		guardianConsent: application.guardianConsent,
		message: application.message,
		receivedAt: application.receivedAt,
		visitor: { name: `${visitor.givenName} ${visitor.familyName}`, age: ageOn(visitor.born, localDate(ctx.now)) },
		prisoner: prisoner && `${prisoner.number} ${prisoner.familyName}, ${prisoner.givenName} (${prisoner.unit})`,
		stated,
		match,
		checks: checks.map(({ kind, outcome, setAt }) => ({ kind, outcome, setAt })),
		missing: missing.length,
		actions,
		list,
	}
})

export const action = defineAction(
	{ who: 'officer', deed: 'screen-applications' },
	async ({ ctx, params, request, context }) => {
		const ref = params.ref ?? ''
		const submission = await parseForm(request, checkForm.or(linkForm).or(grantForm))
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		const application = { ref }
		if (form.step === 'check') {
			const outcome = await setCheck(ctx, { application, check: form.check, outcome: form.outcome })
			if (!outcome.ok) return invalidForm(submission, { formErrors: ['staff.error.list-full'] })
			throw redirectWith(context, paths.staff.application(ref), { kind: 'done', text: 'staff.case.check-set' })
		}
		if (form.step === 'link') {
			await linkPrisoner(ctx, { application, number: form.number })
			throw redirectWith(context, paths.staff.application(ref), { kind: 'done', text: 'staff.case.linked' })
		}
		await grantApplication(ctx, { application })
		throw redirectWith(context, paths.staff.application(ref), { kind: 'done', text: 'staff.case.granted' })
	},
)

/** The whole case on one page: who, what is asked, the checks, and what may be decided. */
export default function Case() {
	const one = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const errors = answer?.error ?? {}
	const mayScreen = one.actions.includes('set-checks')
	const number = {
		id: 'link-number',
		name: 'number',
		errorId: 'link-number-error',
		descriptionId: 'link-number-hint',
		errors: errors.number ?? undefined,
	}
	return (
		<>
			<BackLink href={paths.staff.applications()} />
			<ErrorSummary
				form={{
					id: 'link',
					allErrors: Object.fromEntries(Object.entries(errors).map(([name, found]) => [name, found ?? undefined])),
				}}
			/>
			<PageTitle aside={<ApplicationStatus state={one.state} />}>
				{t('staff.case.title-of', { name: one.visitor.name })}
			</PageTitle>
			<Section title={t('staff.case.asked')}>
				<SummaryList
					rows={[
						{ label: t('common.reference'), value: one.ref },
						{
							label: t('staff.col.applicant'),
							value: `${one.visitor.name}, ${t('common.years-old', { years: one.visitor.age })}`,
						},
						{ label: t('staff.col.typed'), value: `${one.typedNumber} ${one.typedName}` },
						{ label: t('staff.col.register'), value: <MatchTag match={one.match} prisoner={one.prisoner} /> },
						{ label: t('staff.case.relationship'), value: t(`applications.relationship.${one.relationship}`) },
						{ label: t('staff.col.received'), value: formatDateTime(one.receivedAt, locale, { year: true }) },
						...(one.message === '' ? [] : [{ label: t('staff.case.message'), value: one.message }]),
						...(one.visitor.age < 18
							? [
									{
										label: t('staff.check.guardian-consent'),
										value: t(one.guardianConsent ? 'staff.case.consent-claimed' : 'staff.case.consent-not-claimed'),
									},
								]
							: []),
						...(one.list ? [{ label: t('staff.case.list'), value: t('staff.case.list-of', one.list) }] : []),
					]}
				/>
			</Section>
			{mayScreen && one.match !== 'matched' && (
				<Section title={t('staff.case.link-title')}>
					<PostForm>
						<HiddenFields values={{ step: 'link' }} />
						<TextField field={number} label={t('staff.case.link-number')} hint={t('staff.case.link-hint')} code />
						<FormActions>
							<SubmitButton variant="secondary">{t('staff.case.link')}</SubmitButton>
						</FormActions>
					</PostForm>
				</Section>
			)}
			<Section title={t('staff.case.checks')}>
				<StatedPerson person={one.stated} />
				<CheckList checks={one.checks} mayAnswer={mayScreen && one.match === 'matched'} />
			</Section>
			{one.actions.includes('decide') && (
				<Section title={t('staff.case.decide')}>
					<p>{t('staff.case.grant-about')}</p>
					<PostForm>
						<HiddenFields values={{ step: 'grant' }} />
						<FormActions>
							<SubmitButton>{t('staff.case.grant')}</SubmitButton>
						</FormActions>
					</PostForm>
				</Section>
			)}
			{one.state === 'received' && one.missing > 0 && <p>{t('staff.case.missing', { count: one.missing })}</p>}
		</>
	)
}
