import { useLoaderData } from '@remix-run/react'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { cancelTopUp } from '#app/services/funds/payments/cancel-top-up.server.ts'
import { topUpByRef } from '#app/services/funds/payments/my-top-ups.server.ts'
import { outcomeOfTopUp } from '#app/services/funds/payments/outcome.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Reference } from '#app/ui/display/reference.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TopUpFacts } from '#app/ui/funds/top-up-facts.tsx'
import { TopUpOutcome } from '#app/ui/funds/top-up-outcome.tsx'
import { TopUpStatus } from '#app/ui/funds/top-up-status.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'phone.one.title' }

/** The page one comes back to from paying. Coming back says nothing of the payment: only what is known of it is told. */
export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, url }) => {
	const ref = params.ref ?? ''
	const waits = url.searchParams.get('wait') !== 'no'
	return { topUp: await (waits ? outcomeOfTopUp(ctx, ref) : topUpByRef(ctx, ref)) }
})

/** Gives the payment up. */
export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, context }) => {
	const topUp = await cancelTopUp(ctx, params.ref ?? '')
	const page = paths.topUp(topUp.ref)
	if (topUp.state !== 'abandoned') throw redirectTo(page)
	throw redirectWith(context, page, { kind: 'done', text: 'phone.one.given-up' })
})

export default function TopUp() {
	const { topUp } = useLoaderData<typeof loader>()
	const t = useT()
	const { ref, state, url, paidAt, otherwise } = topUp
	return (
		<>
			<BackLink href={paths.phone()} />
			<PageTitle aside={<TopUpStatus topUp={topUp} />}>{t('phone.one.title')}</PageTitle>
			<TopUpOutcome topUp={topUp} />
			{(state === 'started' || state === 'paid') && (
				<div className="cluster">
					<ButtonLink href={paths.topUp(ref)}>{t('phone.one.check-again')}</ButtonLink>
					{url !== null && (
						<ButtonLink href={url} variant="secondary">
							{t('phone.one.continue')}
						</ButtonLink>
					)}
				</div>
			)}
			{state === 'abandoned' && (
				<p>
					<ButtonLink href={paths.newTopUp()}>{t('phone.one.try-again')}</ButtonLink>
				</p>
			)}
			<Reference value={ref} />
			<TopUpFacts topUp={topUp} />
			{paidAt !== null && (
				<p>
					<TextLink href={paths.topUpReceipt(ref)}>{t('phone.receipt.show')}</TextLink>
				</p>
			)}
			{state === 'started' && !otherwise && (
				<PostForm action={paths.topUp(ref)}>
					<p>{t('phone.one.give-up-about')}</p>
					<FormActions>
						<SubmitButton variant="danger">{t('phone.one.give-up')}</SubmitButton>
					</FormActions>
				</PostForm>
			)}
		</>
	)
}
