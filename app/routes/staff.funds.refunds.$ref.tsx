import { useLoaderData } from '@remix-run/react'
import { isProposalOld, proposalHours } from '#app/domain/funds/refund.ts'
import { fullName } from '#app/domain/person-name.ts'
import { decideRefundForm } from '#app/forms/funds/console.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { refundToDecide } from '#app/services/funds/refunds/refund-terms.server.ts'
import { decideRefund } from '#app/services/funds/refunds/request-refund.server.ts'
import { Notice } from '#app/ui/display/notice.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { DecideRefund } from '#app/ui/funds/console/decide-refund.tsx'
import { prisonerInList } from '#app/ui/funds/console/lines.view-model.ts'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'funds.decide.title' }

const who = { who: 'officer', permission: 'handle-funds', freshSignIn: true } as const

export const loader = defineLoader(who, async ({ ctx, params }) => {
	const found = await refundToDecide(ctx, params.ref ?? '')
	const { refund, topUp, payer, prisoner, proposer, decider, mostOre, mayDecide } = found
	return {
		...{ topUpRef: topUp.ref, ore: refund.ore, state: refund.state, reason: refund.reason, mostOre, mayDecide },
		payer: fullName(payer),
		prisoner: prisonerInList(prisoner),
		proposer: proposer ?? '',
		decider,
		proposedAt: refund.proposedAt,
		isOpen: refund.state === 'proposed' && !isProposalOld(refund.proposedAt, ctx.now),
		lapsesAt: new Date(refund.proposedAt.getTime() + proposalHours * 3_600_000),
	}
})

export const action = defineAction(who, async ({ ctx, params, request, context }) => {
	const { step } = await parsePlainForm(request, decideRefundForm)
	await decideRefund(ctx, { refund: params.ref ?? '', approve: step === 'approve' })
	const text = step === 'approve' ? 'funds.decide.approved' : 'funds.decide.declined'
	throw redirectWith(context, paths.staff.funds(), { kind: 'done', text })
})

/** A proposed refund, exactly as it will be done, before the second officer. */
export default function Decide() {
	const one = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const { isOpen } = one
	return (
		<>
			<BackLink href={paths.staff.funds()} />
			<PageTitle {...(one.mayDecide ? { lead: t('funds.decide.lead') } : {})}>{t('funds.decide.title')}</PageTitle>
			<SummaryList
				rows={[
					{ label: t('funds.refund.amount'), value: formatMoney(one.ore, locale) },
					{
						label: t('funds.top-up.title'),
						value: <TextLink href={paths.staff.topUpDetails(one.topUpRef)}>{one.topUpRef}</TextLink>,
					},
					{ label: t('funds.col.payer'), value: one.payer },
					{ label: t('funds.col.prisoner'), value: one.prisoner },
					{ label: t('funds.top-up.reason'), value: one.reason },
					{
						label: t('funds.decide.proposed'),
						value: `${one.proposer}, ${formatDateTime(one.proposedAt, locale, { year: true })}`,
					},
					isOpen
						? { label: t('funds.waits.until'), value: formatDateTime(one.lapsesAt, locale, { year: true }) }
						: {
								label: t('funds.col.state'),
								value: [t(`funds.refund.state.${one.state}`), one.decider].filter(Boolean).join(', '),
							},
				]}
			/>
			{isOpen && !one.mayDecide && <Notice>{t('funds.decide.mine')}</Notice>}
			{!isOpen && <Notice>{t('funds.decide.over')}</Notice>}
			{one.mayDecide && <DecideRefund ore={one.ore} mostOre={one.mostOre} payer={one.payer} />}
		</>
	)
}
