import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerForm, cancelByPrisonForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { answerRequest } from '#app/services/bookings/answer-request.server.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { visitForOfficer } from '#app/services/bookings/day.server.ts'
import { readableRefusals } from '#app/services/bookings/readable-refusals.ts'
import { ApproveStep } from '#app/ui/bookings/approve-step.tsx'
import { VisitTime } from '#app/ui/bookings/booking-facts.tsx'
import { CancelStep } from '#app/ui/bookings/cancel-step.tsx'
import { consentRows } from '#app/ui/bookings/consent-rows.ts'
import { GatePeople } from '#app/ui/bookings/gate-people.tsx'
import { GateStopPanel } from '#app/ui/bookings/gate-stop.tsx'
import { OfficerVisitStatus } from '#app/ui/bookings/officer-booking-status.tsx'
import { officerRefusals } from '#app/ui/bookings/officer-refusals.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { formatControls } from '#app/ui/calendar/format-controls.ts'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { ReasonStep } from '#app/ui/forms/reason-step.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { Deliveries } from '#app/ui/messages/deliveries.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.officer.booking.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, params }) => {
	const found = await visitForOfficer(ctx, { ref: params.ref ?? '' })
	if (!found) throw emptyResponse(404)
	return { visit: found.visit, actions: found.actions, deliveries: found.deliveries }
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-bookings' },
	async ({ ctx, params, request, context }) => {
		const booking = { ref: params.ref ?? '' }
		const submission = await parseForm(request, cancelByPrisonForm.or(answerForm))
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		if (form.step === 'cancel') {
			await cancelBooking(ctx, { booking, onBehalfOf: form.onBehalfOf, reason: form.reason, version: form.version })
			throw redirectWith(context, paths.staff.booking(booking.ref), {
				kind: 'done',
				text: 'bookings.officer.booking.cancelled',
			})
		}
		const approve = form.step === 'approve'
		const outcome = await answerRequest(ctx, {
			booking,
			approve,
			...(form.reason ? { reason: form.reason } : {}),
			override: form.override ?? null,
			version: form.version,
		})
		if (!outcome.ok) return data({ refused: readableRefusals(ctx, outcome.refusals) }, { status: 409 })
		throw redirectWith(context, paths.staff.booking(booking.ref), {
			kind: 'done',
			text: approve ? 'bookings.officer.booking.approved' : 'bookings.officer.booking.declined',
		})
	},
)

export default function Booking() {
	const { visit, actions, deliveries } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const refused = answer && 'refused' in answer ? answer.refused : null
	const errors = answer && 'error' in answer ? answer.error?.reason : null
	const may = (step: (typeof actions)[number]) => actions.includes(step)
	return (
		<>
			<BackLink href={paths.staff.today()} />
			{refused && <RefusalList title={t('bookings.officer.booking.refused')} items={officerRefusals(refused, t)} />}
			<PageTitle aside={<OfficerVisitStatus visit={visit} />}>{visit.prisoner}</PageTitle>
			{visit.state === 'confirmed' && <GateStopPanel visit={visit} maySettle={may('settle-review')} />}
			<SummaryList
				rows={[
					{ label: t('common.col.time'), value: <VisitTime visit={visit} /> },
					{ label: t('common.col.prisoner'), value: `${visit.prisonerNumber}, ${visit.unit}` },
					{
						label: t('common.col.kind'),
						value: visit.room ?? (visit.setting ? t(`timetable.setting.${visit.setting}`) : ''),
					},
					{ label: t('timetable.controls'), value: formatControls(visit.provides, t) },
					...consentRows(visit.consents, t, locale),
					{ label: t('common.col.code'), value: <code>{visit.code}</code> },
					...(visit.reason === null ? [] : [{ label: t('common.reason'), value: visit.reason }]),
					...(visit.lifted.length === 0
						? []
						: [
								{
									label: t('bookings.officer.booking.lifted'),
									value: visit.lifted.map((code) => t(`refusals.${code}.officer`)).join(' '),
								},
							]),
				]}
			/>
			<GatePeople people={visit.party} />
			{may('change-party') && (
				<p>
					<TextLink href={paths.staff.bookingParty(visit.ref)}>{t('bookings.officer.party.start')}</TextLink>
				</p>
			)}
			<Deliveries rows={deliveries} />
			{may('check-in') && (
				<p>
					<ButtonLink href={paths.staff.checkIn({ code: visit.code })} variant="secondary">
						{t('bookings.officer.gate.to')}
					</ButtonLink>
				</p>
			)}
			{may('approve') && (
				<Section title={t('bookings.officer.booking.answer')}>
					<ApproveStep mayLift={refused !== null} version={visit.version} />
					<ReasonStep step="decline" version={visit.version} errors={errors ?? undefined} open={errors != null} />
				</Section>
			)}
			{may('cancel') && !may('approve') && <CancelStep version={visit.version} errors={errors ?? undefined} />}
		</>
	)
}
