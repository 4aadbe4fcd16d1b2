import { randomUUID } from 'node:crypto'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { minutesFor } from '#app/domain/funds/phone-minutes.ts'
import { topUpRequestForm } from '#app/forms/funds/top-up.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import type { Ctx, ServiceDeps } from '#app/services/context.ts'
import { ServiceError } from '#app/services/errors.ts'
import { topUpByIdempotencyKey } from '#app/services/funds/payments/open-top-ups.server.ts'
import { payeeOf } from '#app/services/funds/payments/payee.server.ts'
import { startTopUp } from '#app/services/funds/payments/start-top-up.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { describeTopUpRefusals } from '#app/ui/funds/describe-refusal.ts'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'phone.new.check.title' }

/** What the address asks to be paid. One that lacks something begins anew; one that is paid or over shows what was made of it. */
async function requestedPayment(ctx: Ctx & ServiceDeps, url: URL) {
	const ask = topUpRequestForm.safeParse(Object.fromEntries(url.searchParams))
	if (!ask.success) throw redirectTo(paths.newTopUp())
	const { ore, key } = ask.data
	const created = await topUpByIdempotencyKey(ctx, key)
	if (created && created.state !== 'started') throw redirectTo(paths.topUp(created.ref))
	return { ore, key, payee: await payeeOf(ctx, ask.data.for) }
}

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const { ore, payee } = await requestedPayment(ctx, url)
	const { permitRef, person, number, facility, orePerMinute, autoRefundDays } = payee
	return { ...{ permitRef, person, number, facility, ore, autoRefundDays }, minutes: minutesFor(ore, orePerMinute) }
})

export const action = defineAction({ who: 'visitor', limit: 'payments' }, async ({ ctx, url, context, locale }) => {
	const { ore, key, payee } = await requestedPayment(ctx, url)
	const { prisonerId } = payee
	const { machineNow } = context
	try {
		const outcome = await startTopUp(ctx, { prisonerId, ore, idempotencyKey: key, machineNow, language: locale })
		if (outcome.ok) return redirect(outcome.url, 303)
		return data({ publicReasons: outcome.publicReasons }, { status: 409 })
	} catch (error) {
		if (!(error instanceof ServiceError)) throw error
		if (error.code === 'wrong-state' && (await topUpByIdempotencyKey(ctx, key))?.state === 'abandoned') {
			context.log.warn({ error: error.message }, 'the page to pay on will not be opened')
			const anew = paths.newTopUpStep('check', { for: payee.permitRef, ore, key: randomUUID() })
			throw redirectWith(context, anew, { kind: 'note', text: 'phone.new.check.anew' })
		}
		if (error.code !== 'busy') throw error
		context.log.warn({ error: error.message }, 'the page to pay on could not be opened')
		return data({ publicReasons: null }, { status: 503 })
	}
})

export default function CheckPayment() {
	const { permitRef, person, number, facility, ore, minutes, autoRefundDays } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const back = {
		person: paths.newTopUp({ for: permitRef }),
		amount: paths.newTopUpStep('amount', { for: permitRef, ore }),
	}
	const days = t('phone.new.check.days', { days: autoRefundDays })
	return (
		<>
			<BackLink href={back.amount} />
			{answer?.publicReasons && (
				<RefusalList title={t('phone.refused')} items={describeTopUpRefusals(answer.publicReasons, t)} />
			)}
			{answer && answer.publicReasons === null && (
				<Notice kind="warning" news title={t('phone.new.check.unavailable')}>
					<p>{t('phone.new.check.unavailable-about')}</p>
					{/* Stripe may keep its failing for this very form for a day. */}
					<p>
						<TextLink href={back.amount}>{t('phone.new.check.unavailable-anew')}</TextLink>
					</p>
				</Notice>
			)}
			<StepOf step={3} steps={3} />
			<PageTitle>{t('phone.new.check.title')}</PageTitle>
			<SummaryList
				rows={[
					{ label: t('phone.fact.person'), value: person, changeHref: back.person },
					{ label: t('phone.fact.number'), value: number },
					{ label: t('phone.fact.facility'), value: facility },
					{ label: t('phone.fact.amount'), value: formatMoney(ore, locale), changeHref: back.amount },
					{ label: t('phone.fact.fee'), value: t('phone.fact.no-fee') },
					...(minutes === null
						? []
						: [{ label: t('phone.fact.minutes'), value: t('phone.new.amount.minutes', { minutes }) }]),
				]}
			/>
			<p>{t('phone.new.check.card')}</p>
			<p>{t('phone.new.check.receipt')}</p>
			<p>{t('phone.new.check.return', { days })}</p>
			<PostForm>
				<FormActions>
					<SubmitButton>{t('phone.new.check.pay')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
