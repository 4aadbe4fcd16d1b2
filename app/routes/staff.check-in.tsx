import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { arrival } from '#app/domain/bookings/arrival.ts'
import { isRecorded } from '#app/domain/bookings/booking.ts'
import { placeGone } from '#app/domain/bookings/place-gone.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { gateForm } from '#app/forms/bookings.ts'
import { answerConflict } from '#app/http/conflict.server.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { noteRefused } from '#app/http/refusal.server.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime, formatTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { completeVisit, recordNoShow, turnAway } from '#app/services/bookings/arrive.server.ts'
import { correctRecord } from '#app/services/bookings/correct-record.server.ts'
import { visitForOfficer } from '#app/services/bookings/day.server.ts'
import { letInByRef } from '#app/services/bookings/let-in-by-ref.server.ts'
import { CodeForm } from '#app/ui/bookings/code-form.tsx'
import { consentRows } from '#app/ui/bookings/consent-rows.ts'
import { CorrectStep } from '#app/ui/bookings/correct-step.tsx'
import { GatePeople } from '#app/ui/bookings/gate-people.tsx'
import { GateStopPanel } from '#app/ui/bookings/gate-stop.tsx'
import { LetInStep } from '#app/ui/bookings/let-in-step.tsx'
import { OfficerVisitStatus } from '#app/ui/bookings/officer-booking-status.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formatControls } from '#app/ui/calendar/format-controls.ts'
import { ConflictNotice, EarlierActText } from '#app/ui/display/earlier-act.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { ReasonStep } from '#app/ui/forms/reason-step.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'rail.check-in' }

const recording = { complete: completeVisit, 'no-show': recordNoShow, 'turn-away': turnAway }

export const loader = defineLoader(
	{ who: 'officer', permission: 'admit-visitors' },
	async ({ ctx, url, ...attempt }) => {
		const code = url.searchParams.get('code')?.trim() ?? ''
		const found = code === '' ? null : await visitForOfficer(ctx, { code })
		if (!found && code !== '') await noteRefused(attempt, ctx, 404, code)
		if (!found) return { code, found: null, isToday: false, isOver: false, isLate: false, tooLateFrom: null }
		const { visit, actions, policy, recorded } = found
		const { tooLateFrom } = arrival(visit.start, policy)
		return {
			code,
			found: { visit, actions, recorded },
			isOver: visit.end <= ctx.now,
			isToday: localDate(visit.start) <= localDate(ctx.now) && ctx.now < visit.end,
			isLate: visit.state === 'confirmed' && ctx.now > tooLateFrom,
			tooLateFrom,
		}
	},
)

export const action = defineAction(
	{ who: 'officer', permission: 'admit-visitors' },
	async ({ ctx, url, request, context }) => {
		const submission = await parseForm(request, gateForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const code = url.searchParams.get('code') ?? ''
		const found = await visitForOfficer(ctx, { code })
		const { step, reason, to, from, present = [], turnedAway = [] } = submission.value
		const missing = {
			...((step === 'turn-away' || step === 'correct' || turnedAway.length > 0) && !reason
				? { reason: ['common.error.reason'] }
				: {}),
			...(step === 'check-in' && present.every((ref) => turnedAway.includes(ref))
				? { present: ['bookings.officer.error.present'] }
				: {}),
			...(step === 'correct' && !to ? { to: ['bookings.officer.error.correct-to'] } : {}),
		}
		if (Object.keys(missing).length > 0) return invalidForm(submission, { fieldErrors: missing })
		const booking = { ref: found?.visit.ref ?? '' }
		const done =
			step === 'correct'
				? correctRecord(ctx, { booking, to: to ?? 'confirmed', reason: reason ?? '', from })
				: step === 'check-in'
					? letInByRef(ctx, booking, { present, turnedAway, reason: reason ?? '' })
					: recording[step](ctx, { booking, ...(reason ? { reason } : {}) })
		const outcome = await done.catch(answerConflict)
		if ('data' in outcome) return outcome
		// The page says why: it asks again, and shows its reader what they may know. That a place has gone is no secret.
		if (!outcome.ok) {
			const alone = outcome.refusals.filter((refused) => refused.code === 'no-adult')
			const told = [...alone, ...placeGone(outcome.refusals)].map((refused) => refused.code)
			return data(told.length > 0 ? { refusals: told, step } : { refused: true }, { status: 409 })
		}
		const text = outcome.already ? 'bookings.officer.gate.already' : (`bookings.officer.gate.done.${step}` as const)
		throw redirectWith(context, paths.staff.checkIn({ code }), { kind: outcome.already ? 'note' : 'done', text })
	},
)

/** Large type, at arm's length: the code first, then who stands there and what is due. */
export default function Gate() {
	const { code, found, isToday, isOver, isLate, tooLateFrom } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const may = (step: keyof typeof recording | 'check-in') =>
		found?.actions.includes(step) === true && (isToday || isOver || step === 'complete')
	const errors = answer && 'error' in answer ? answer.error : null
	const isCorrection = answer && 'initialValue' in answer && answer.initialValue?.step === 'correct'
	const isLetIn = answer && 'initialValue' in answer && answer.initialValue?.step === 'check-in'
	const reasonErrors = isCorrection || isLetIn ? null : errors?.reason
	const refusals = answer && 'refusals' in answer ? answer.refusals : null
	const isStopped = answer && 'step' in answer && answer.step === 'check-in'
	const conflict = answer && 'conflict' in answer ? answer.conflict : null
	return (
		<div className="stack stack-wide" data-scale="large">
			<PageTitle>{t('rail.check-in')}</PageTitle>
			<CodeForm code={code} error={code !== '' && !found ? 'bookings.officer.gate.unknown' : undefined} />
			{conflict && <ConflictNotice act={conflict} />}
			{answer && 'refused' in answer && (
				<Notice kind="warning" news>
					{t('bookings.officer.gate.refused')}
				</Notice>
			)}
			{refusals && (
				<RefusalList
					title={t(isStopped ? 'bookings.officer.gate.refused' : 'bookings.officer.correct.refused')}
					items={refusals.map((refused) => ({ text: t(`refusals.${refused}.officer`) }))}
				/>
			)}
			{found && (
				<section className="stack" aria-labelledby="found">
					<div className="cluster split">
						<h2 className="ds-heading" data-size="md" id="found">
							{found.visit.prisoner}
						</h2>
						<OfficerVisitStatus visit={found.visit} />
					</div>
					{found.visit.state === 'confirmed' && (
						<GateStopPanel visit={found.visit} maySettle={found.actions.includes('settle-review')} />
					)}
					{found.recorded && !conflict && (
						<Notice>
							<p>
								<EarlierActText act={found.recorded} />
							</p>
						</Notice>
					)}
					{!isToday && !found.recorded && (
						<Notice kind="warning">
							{t('bookings.officer.gate.not-today', {
								time: formatDateTime(found.visit.start, locale, { year: true }),
							})}
						</Notice>
					)}
					{isLate && isToday && tooLateFrom && (
						<Notice kind="warning">{t('bookings.officer.gate.late', { time: formatTime(tooLateFrom, locale) })}</Notice>
					)}
					<SummaryList
						rows={[
							{ label: t('common.col.time'), value: formatDateTime(found.visit.start, locale) },
							{ label: t('common.col.unit'), value: found.visit.unit },
							{
								label: t('common.col.kind'),
								value: found.visit.room ?? (found.visit.setting ? t(`timetable.setting.${found.visit.setting}`) : ''),
							},
							{ label: t('timetable.controls'), value: formatControls(found.visit.provides, t) },
							...consentRows(found.visit.consents, t, locale),
						]}
					/>
					{(!may('check-in') || found.visit.state !== 'confirmed') && <GatePeople people={found.visit.party} />}
					{may('check-in') && <LetInStep people={found.visit.party} sent={isLetIn ? answer : null} />}
					{may('complete') && (
						<PostForm>
							<HiddenFields values={{ step: 'complete' }} />
							<FormActions>
								<SubmitButton>{t('bookings.officer.gate.complete')}</SubmitButton>
							</FormActions>
						</PostForm>
					)}
					{may('turn-away') && (
						<ReasonStep step="turn-away" errors={reasonErrors ?? undefined} open={reasonErrors != null} />
					)}
					{found.actions.includes('correct') && isRecorded(found.visit.state) && (
						<CorrectStep from={found.visit.state} errors={isCorrection ? errors : null} />
					)}
					{may('no-show') && (
						<PostForm>
							<HiddenFields values={{ step: 'no-show' }} />
							<FormActions>
								<SubmitButton variant="secondary">{t('bookings.officer.gate.no-show')}</SubmitButton>
							</FormActions>
						</PostForm>
					)}
				</section>
			)}
		</div>
	)
}
