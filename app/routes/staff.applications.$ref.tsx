import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { adultAge } from '#app/domain/bookings/party.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { caseForm } from '#app/forms/bookings.ts'
import { answerConflict } from '#app/http/conflict.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { Flash } from '#app/http/flash.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { grantApplication } from '#app/services/applications/decide.server.ts'
import { linkPrisoner, unlinkPrisoner } from '#app/services/applications/link-prisoner.server.ts'
import { previewLink } from '#app/services/applications/preview-link.server.ts'
import { applicationCase } from '#app/services/applications/queue.server.ts'
import { setCheck } from '#app/services/applications/set-check.server.ts'
import { ApplicationStatus } from '#app/ui/applications/application-status.tsx'
import { casePage } from '#app/ui/applications/case.view-model.ts'
import { CheckList } from '#app/ui/applications/check-list.tsx'
import { GrantStep } from '#app/ui/applications/grant-step.tsx'
import { GuardianName } from '#app/ui/applications/guardian-name.tsx'
import { LinkSteps, UnlinkStep } from '#app/ui/applications/link-steps.tsx'
import { MatchTag } from '#app/ui/applications/match-tag.tsx'
import { ConflictNotice } from '#app/ui/display/earlier-act.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { Deliveries } from '#app/ui/messages/deliveries.tsx'
import { StatedPerson } from '#app/ui/visitors/stated-person.tsx'

export const handle: PageHandle = { title: 'applications.officer.case.title' }

export const loader = defineLoader(
	{ who: 'officer', permission: 'see-applications' },
	async ({ ctx, params, session }) => {
		const found = await applicationCase(ctx, params.ref ?? '')
		const decides = found.application.state === 'ready' && hasPermission(session.roles, 'decide')
		return casePage(found, { decides, today: localDate(ctx.now) })
	},
)

export const action = defineAction(
	{ who: 'officer', permission: 'screen-applications' },
	async ({ ctx, params, request, context }) => {
		const ref = params.ref ?? ''
		const submission = await parseForm(request, caseForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		const application = { ref }
		const done = (text: Flash['text']) => redirectWith(context, paths.staff.application(ref), { kind: 'done', text })
		const isMissing = { fieldErrors: { number: ['applications.officer.case.link-unknown'] } }
		try {
			if (form.step === 'check') {
				const { check, outcome, seen } = form
				const answered = await setCheck(ctx, { application, check, outcome, seen })
				if (!answered.ok) return invalidForm(submission, { formErrors: ['applications.officer.error.list-full'] })
				throw done('applications.officer.case.check-set')
			}
			if (form.step === 'unlink') {
				await unlinkPrisoner(ctx, { application, version: form.version })
				throw done('applications.officer.case.unlinked')
			}
			if (form.step === 'grant') {
				await grantApplication(ctx, { application, version: form.version })
				throw done('applications.officer.case.granted')
			}
			if (form.step === 'find-prisoner') {
				const candidate = await previewLink(ctx, { ref, number: form.number })
				return candidate ? data({ candidate, number: form.number }) : invalidForm(submission, isMissing)
			}
			const { number, version, confirm } = form
			const linked = await linkPrisoner(ctx, { application, number, version, nameConfirmed: confirm === 'yes' })
			if (linked.ok) throw done('applications.officer.case.linked')
			const candidate = linked.code === 'name-differs' ? await previewLink(ctx, { ref, number }) : null
			if (!candidate) return invalidForm(submission, isMissing)
			return data({ candidate, number, error: { confirm: ['errors.form.confirm'] } }, { status: 400 })
		} catch (error) {
			return answerConflict(error)
		}
	},
)

/** The whole case on one page: who, what is asked, the checks, and what may be decided. */
export default function Case() {
	const one = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const errors: Record<string, string[] | null> = (answer && 'error' in answer && answer.error) || {}
	const conflict = answer && 'conflict' in answer ? answer.conflict : null
	const candidate = answer && 'candidate' in answer ? answer.candidate : null
	const typedBefore = answer && 'initialValue' in answer ? answer.initialValue?.number : candidate?.number
	const mayScreen = one.actions.includes('set-checks')
	const isMatched = one.match === 'matched' || one.match === 'linked'
	const { name, age } = one.visitor
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
				{t(one.guardian ? 'applications.officer.case.title-for' : 'applications.officer.case.title-of', { name })}
			</PageTitle>
			{conflict && <ConflictNotice act={conflict} />}
			<Section title={t('applications.officer.case.asked')}>
				<SummaryList
					rows={[
						{ label: t('common.reference'), value: one.ref },
						{
							label: t(one.guardian ? 'applications.officer.case.about' : 'common.col.applicant'),
							value: `${name}, ${t('common.years-old', { years: age })}`,
						},
						...(one.guardian
							? [{ label: t('applications.officer.case.applied-by'), value: <GuardianName guardian={one.guardian} /> }]
							: []),
						{ label: t('common.col.typed'), value: `${one.typedNumber} ${one.typedName}` },
						{
							label: t('common.col.register'),
							value: <MatchTag match={one.match} prisoner={one.prisoner} linkedBy={one.linkedBy} />,
						},
						{
							label: t('applications.officer.case.relationship'),
							value: t(`applications.relationship.${one.relationship}`),
						},
						{ label: t('common.col.received'), value: formatDateTime(one.receivedAt, locale, { year: true }) },
						...(one.message === '' ? [] : [{ label: t('applications.officer.case.message'), value: one.message }]),
						...(age < adultAge
							? [
									{
										label: t('applications.officer.check.guardian-consent'),
										value: t(
											one.guardianConsent
												? 'applications.officer.case.consent-claimed'
												: 'applications.officer.case.consent-not-claimed',
										),
									},
								]
							: []),
						...(one.list
							? [
									{
										label: t('applications.officer.case.list'),
										value: t('applications.officer.case.list-of', one.list),
									},
								]
							: []),
					]}
				/>
			</Section>
			{mayScreen && !isMatched && (
				<LinkSteps
					version={one.version}
					typed={{ number: one.typedNumber, name: one.typedName }}
					number={typeof typedBefore === 'string' ? typedBefore : undefined}
					numberErrors={errors.number ?? undefined}
					confirmErrors={errors.confirm ?? undefined}
					candidate={candidate}
				/>
			)}
			{one.actions.includes('unlink') && <UnlinkStep version={one.version} />}
			<Section title={t('applications.officer.case.checks')}>
				<StatedPerson person={one.stated} />
				<CheckList checks={one.checks} mayAnswer={mayScreen && isMatched} />
			</Section>
			{one.state === 'ready' && (
				<GrantStep
					version={one.version}
					visitor={name}
					prisoner={one.prisoner}
					mayGrant={one.actions.includes('decide')}
					obstacle={one.obstacle}
					against={one.against}
					isRelated={one.isRelated}
				/>
			)}
			<Deliveries rows={one.deliveries} />
			{one.state === 'received' && one.missing > 0 && (
				<p>{t('applications.officer.case.missing', { count: one.missing })}</p>
			)}
		</>
	)
}
