import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { leftOf } from '#app/domain/funds/top-up.ts'
import { holdForm } from '#app/forms/funds/console.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { holdTopUp, releaseTopUp } from '#app/services/funds/console/hold-top-up.server.ts'
import { topUpDetails } from '#app/services/funds/console/top-up-details.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HoldStep, ReleaseStep } from '#app/ui/funds/console/hold-steps.tsx'
import { prisonerInList, statusOf } from '#app/ui/funds/console/lines.view-model.ts'
import { PrisonerAccount } from '#app/ui/funds/console/prisoner-account.tsx'
import { TopUpDeliveryLog } from '#app/ui/funds/console/top-up-delivery-log.tsx'
import { TopUpLedger } from '#app/ui/funds/console/top-up-ledger.tsx'
import { TopUpLog } from '#app/ui/funds/console/top-up-log.tsx'
import { TopUpDisputes, TopUpRefunds } from '#app/ui/funds/console/top-up-refunds.tsx'
import { TopUpStatusTag } from '#app/ui/funds/console/top-up-status-tag.tsx'
import { TopUpSummary } from '#app/ui/funds/console/top-up-summary.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'

export const handle: PageHandle = { title: 'funds.top-up.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-funds' }, async ({ ctx, params }) => {
	const story = await topUpDetails(ctx, params.ref ?? '')
	const { topUp, payer, prisoner, account, actions, refundableOre, heldBy } = story
	const { ref, ore, refundedOre, disputedOre, startedAt, paidAt, creditedAt, abandonedAt, refundBy } = topUp
	return {
		status: statusOf(topUp),
		facts: {
			...{ ref, ore, refundedOre, disputedOre, refundableOre, startedAt, paidAt, creditedAt, abandonedAt, refundBy },
			leftOre: leftOf(topUp),
			payer: `${payer.givenName} ${payer.familyName}`,
			prisoner: prisonerInList(prisoner),
		},
		hold: topUp.heldAt && { by: heldBy ?? '', at: topUp.heldAt, reason: topUp.holdReason ?? '' },
		actions,
		mayHandle: hasPermission(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'handle-funds'),
		refunds: story.refunds.map(({ ref: refundRef, state, cause, reason, proposer, decider, proposedAt, ...one }) => ({
			...{ ref: refundRef, ore: one.ore, state, cause, reason, proposer, decider, at: proposedAt },
		})),
		disputes: story.disputes.map(({ id, state, debitedOre, openedAt, ...one }) => ({
			...{ id, ore: one.ore, state, debitedOre, openedAt },
		})),
		entries: story.entries.map(({ transactionId: id, kind, account: name, ore: booked, at, refundRef }) => ({
			...{ id, kind, account: name, ore: booked, at, refundRef },
		})),
		account: {
			balanceOre: account.balanceOre,
			unspentOre: account.unspentOre,
			calls: account.calls.map(({ id, endedAt, minutes, ore: cost, uncoveredOre }) => ({
				...{ id, endedAt, minutes, ore: cost, uncoveredOre },
			})),
		},
		credits: story.credits.map(({ id, first, ore: credited, state, tries, createdAt, answeredAt }) => ({
			...{ id, first, ore: credited, state, tries, at: answeredAt ?? createdAt },
		})),
		events: story.events.map(({ type, cameBy, receivedAt }, index) => ({
			...{ id: String(index), type, cameBy, at: receivedAt },
		})),
		messages: story.messages.map(({ kind, queuedAt, sentAt, deadAt }, index) => ({
			...{ id: String(index), kind, at: sentAt ?? deadAt ?? queuedAt },
			state: sentAt ? ('sent' as const) : deadAt ? ('dead' as const) : ('waiting' as const),
		})),
		log: story.log.map(({ id, at, action: done, actorKind, officer }) => ({
			...{ id, at, by: actorKind, officer, action: done },
		})),
	}
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-funds' },
	async ({ ctx, params, request, context }) => {
		const ref = params.ref ?? ''
		const submission = await parseForm(request, holdForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		if (form.step === 'hold') await holdTopUp(ctx, { topUp: ref, reason: form.reason })
		else await releaseTopUp(ctx, { topUp: ref })
		const text = form.step === 'hold' ? 'funds.hold.done' : 'funds.hold.released'
		throw redirectWith(context, paths.staff.topUpDetails(ref), { kind: 'done', text })
	},
)

/** One payment from beginning to end: where the money is, what can be done, and everything that tells of it. */
export default function Story() {
	const one = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const errors = answer?.error?.reason ?? undefined
	const { facts, hold, actions } = one
	return (
		<>
			<BackLink href={paths.staff.funds()} />
			<ErrorSummary form={{ id: 'hold', allErrors: { reason: errors } }} />
			<PageTitle aside={<TopUpStatusTag {...one.status} />}>{t('funds.top-up.title-of', { ref: facts.ref })}</PageTitle>
			{hold && one.status.held && (
				<Notice
					kind="warning"
					title={t('funds.hold.by', { name: hold.by, time: formatDateTime(hold.at, locale, { year: true }) })}
				>
					{hold.reason}
				</Notice>
			)}
			<Section title={t('funds.top-up.facts')}>
				<TopUpSummary facts={facts} />
			</Section>
			{actions.includes('refund') && (
				<p>
					<ButtonLink href={paths.staff.newRefund(facts.ref)} variant="secondary">
						{t('funds.refund.open')}
					</ButtonLink>
				</p>
			)}
			{actions.includes('release-hold') && one.status.held && <ReleaseStep />}
			{actions.includes('hold') && <HoldStep errors={errors} />}
			<TopUpRefunds lines={one.refunds} mayHandle={one.mayHandle} />
			<TopUpDisputes lines={one.disputes} />
			<TopUpLedger lines={one.entries} />
			<PrisonerAccount {...one.account} />
			<TopUpDeliveryLog credits={one.credits} events={one.events} messages={one.messages} />
			<TopUpLog lines={one.log} />
		</>
	)
}
