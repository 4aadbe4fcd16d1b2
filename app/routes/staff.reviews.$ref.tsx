import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { fullName, nameInList } from '#app/domain/person-name.ts'
import { availableReviewActions } from '#app/domain/reviews/available-actions.ts'
import { reviewForm } from '#app/forms/reviews.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { sessionIdByRef } from '#app/services/bookings/choices.server.ts'
import { claimReview, ownerShown } from '#app/services/reviews/claim-review.server.ts'
import { reviewOf } from '#app/services/reviews/list-reviews.server.ts'
import { otherTimesFor } from '#app/services/reviews/other-times.server.ts'
import { resolveReview } from '#app/services/reviews/resolve-review.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { ResolveReviewSteps } from '#app/ui/reviews/resolve-review-steps.tsx'

export const handle: PageHandle = { title: 'reviews.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, params }) => {
	const review = await reviewOf(ctx, { booking: { ref: params.ref ?? '' } })
	const { booking, prisoner, party, reviews, owner, remaining, against, toLift, follows } = review
	const held = rolesIn(ctx.actor.grants, ctx.actor.facilityId)
	const mayHandle = hasPermission(held, 'handle-bookings')
	const otherTimes = mayHandle && booking.sessionId !== null ? await otherTimesFor(ctx, booking) : []
	return {
		ref: booking.ref,
		prisoner: nameInList(prisoner),
		start: booking.startsAt,
		party: party.map((one) => fullName(one)),
		reviews: reviews.map(({ cause, openedAt }) => ({ cause, openedAt })),
		owner: owner?.name ?? null,
		ownerShown: ownerShown(owner?.id ?? null),
		remaining: remaining.map(({ code }) => code),
		actions: availableReviewActions({ keepable: against.length === 0, movable: otherTimes.length > 0 }, held),
		needsReason: toLift.length > 0,
		follows: follows && { start: follows.start, setting: follows.setting },
		otherTimes,
	}
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-bookings' },
	async ({ ctx, params, request, context }) => {
		const booking = { ref: params.ref ?? '' }
		const submission = await parseForm(request, reviewForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		if (form.step === 'claim') {
			await claimReview(ctx, { booking, shown: form.owner })
			throw redirectWith(context, paths.staff.review(booking.ref), { kind: 'done', text: 'reviews.claimed' })
		}
		const reason = form.reason ? { reason: form.reason } : {}
		const place = form.session ? { place: { sessionId: await sessionIdByRef(ctx, form.session) } } : {}
		const outcome = await resolveReview(ctx, { booking, end: form.step, ...reason, ...place })
		if (!outcome.ok) return data({ refusals: outcome.refusals.map(({ code }) => code) }, { status: 409 })
		throw redirectWith(context, paths.staff.reviews(), { kind: 'done', text: `reviews.done.${form.step}` })
	},
)

export default function Review() {
	const review = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const refused = answer && 'refusals' in answer ? answer.refusals : null
	const errors = answer && 'error' in answer ? answer.error : null
	return (
		<>
			<BackLink href={paths.staff.reviews()} />
			{refused && (
				<RefusalList
					title={t('reviews.refused')}
					items={refused.map((code) => ({ text: t(`refusals.${code}.officer`) }))}
				/>
			)}
			<PageTitle lead={formatDateTime(review.start, locale, { year: true })}>
				{t('reviews.title-of', { name: review.prisoner })}
			</PageTitle>
			<SummaryList
				rows={[
					{ label: t('common.col.party'), value: review.party.join(', ') },
					...review.reviews.map(({ cause, openedAt }) => ({
						label: t(`reviews.cause.${cause}`),
						value: formatDateTime(openedAt, locale),
					})),
					{ label: t('reviews.owner'), value: review.owner ?? t('reviews.nobody') },
					...(review.follows
						? [{ label: t('reviews.follows'), value: formatDateTime(review.follows.start, locale) }]
						: []),
				]}
			/>
			<Section title={t('reviews.standing')}>
				{review.remaining.length === 0 ? (
					<p>{t('reviews.standing-none')}</p>
				) : (
					<ul>
						{review.remaining.map((code) => (
							<li key={code}>{t(`refusals.${code}.officer`)}</li>
						))}
					</ul>
				)}
			</Section>
			{review.actions.includes('claim') && (
				<PostForm>
					<HiddenFields values={{ step: 'claim', owner: review.ownerShown }} />
					<FormActions>
						<SubmitButton variant="secondary">{t('reviews.claim')}</SubmitButton>
					</FormActions>
				</PostForm>
			)}
			<ResolveReviewSteps
				actions={review.actions}
				needsReason={review.needsReason}
				otherTimes={review.otherTimes}
				reasonErrors={errors?.reason ?? undefined}
			/>
		</>
	)
}
