import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayDo } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { addDays, localDate } from '#app/domain/calendar/oslo.ts'
import { proposalHours } from '#app/domain/funds/refund.ts'
import { patternDays } from '#app/domain/funds/unusual-patterns.ts'
import { type MoneySearchAsked, moneySearchForm, patternLookForm } from '#app/forms/money.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm, parseQuery } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { lookAtPattern } from '#app/services/funds/look-at-pattern.server.ts'
import { moneyDesk } from '#app/services/funds/money-desk.server.ts'
import { searchMoney } from '#app/services/funds/money-search.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { differenceLine, inList, prisonerInList, statusOf } from '#app/ui/staff/money/lines-of.ts'
import { MoneySearchForm } from '#app/ui/staff/money/money-search-form.tsx'
import { MoneyWaiting } from '#app/ui/staff/money/money-waiting.tsx'
import { PaymentsTable } from '#app/ui/staff/money/payments-table.tsx'
import { patternKey } from '#app/ui/staff/money/unusual-payments.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'rail.money' }

export const loader = defineLoader({ who: 'officer', deed: 'see-money' }, async ({ ctx, url }) => {
	const submission = parseQuery(url, moneySearchForm)
	const asked: MoneySearchAsked = Object.fromEntries(url.searchParams)
	const search = submission.status === 'success' ? submission.value : null
	const { waiting, held, differences, unusual } = await moneyDesk(ctx)
	const { amount, ...rest } = search ?? {}
	const found = search ? await searchMoney(ctx, { ...rest, ore: amount }) : { topUps: [], more: false }
	const page = {
		waiting: waiting.map(({ refund, topUp, payer, prisoner, proposer, mine }) => ({
			...{ ref: refund.ref, topUpRef: topUp.ref, ore: refund.ore, mine },
			payer: inList(payer),
			prisoner: prisonerInList(prisoner),
			reason: refund.reason ?? '',
			proposer: proposer ?? '',
			lapsesAt: new Date(refund.proposedAt.getTime() + proposalHours * 3_600_000),
		})),
		held: held.flatMap(({ topUp, payer, prisoner }) =>
			topUp.heldAt === null
				? []
				: {
						...{ ref: topUp.ref, ore: topUp.ore, heldAt: topUp.heldAt, reason: topUp.holdReason ?? '' },
						payer: inList(payer),
						prisoner: prisonerInList(prisoner),
						returnsAt: topUp.refundBy,
					},
		),
		differences: differences.map(differenceLine),
		unusual: unusual.map(({ pattern, count, payer, prisoner }) => ({
			...{ pattern, count, payer, prisoner },
			since: addDays(localDate(ctx.now), -patternDays),
		})),
		lines: found.topUps.map(({ topUp, payer, prisoner, next, proposal }) => ({
			...statusOf(topUp),
			...{ ref: topUp.ref, startedAt: topUp.startedAt, next, proposal },
			payer: inList(payer),
			prisoner: inList(prisoner),
			prisonerNumber: prisoner.number,
			backOre: topUp.refundedOre + topUp.disputedOre,
		})),
		more: found.more,
		asked,
		lastResult: search ? null : submission.reply(),
		mayHandle: mayDo(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'handle-money'),
	}
	return search ? page : data(page, { status: 400 })
})

export const action = defineAction({ who: 'officer', deed: 'handle-money' }, async ({ ctx, request, context }) => {
	const submission = await parseForm(request, patternLookForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { pattern, payer, prisoner, note } = submission.value
	await lookAtPattern(ctx, { pattern, payer: payer ?? null, prisoner: prisoner ?? null, note })
	throw redirectWith(context, paths.staff.money(), { kind: 'done', text: 'money.unusual.done' })
})

/** What waits on top, then the payments to search in. */
export default function Money() {
	const { lines, more, asked, lastResult, mayHandle, ...waiting } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<MoneySearchAsked>({ id: 'money-search', lastResult, defaultValue: asked })
	const { after, ...filters } = asked
	const typed = answer?.initialValue ?? {}
	const word = (value: unknown) => (typeof value === 'string' ? value : '')
	const noteErrors = answer?.error?.note ?? null
	const failed = noteErrors && {
		key: patternKey({ pattern: word(typed.pattern), payer: word(typed.payer), prisoner: word(typed.prisoner) }),
		errors: noteErrors,
		typed: word(typed.note),
	}
	const last = lines.at(-1)
	return (
		<>
			<ErrorSummary form={form} />
			{failed && <ErrorSummary form={{ id: failed.key, allErrors: { note: failed.errors } }} />}
			<PageTitle
				lead={t('money.lead')}
				aside={<TextLink href={paths.staff.reconciliation()}>{t('money.to-reconciliation')}</TextLink>}
			>
				{t('rail.money')}
			</PageTitle>
			<MoneyWaiting {...waiting} mayHandle={mayHandle} failed={failed} />
			<Section title={t('money.search.title')}>
				<MoneySearchForm
					id={form.id}
					fields={fields}
					payer={asked.payer}
					isNarrowed={Object.values(asked).some((value) => value !== '')}
				/>
				{asked.payer && <p className="small">{t('money.search.payer')}</p>}
				{lastResult === null && <PaymentsTable lines={lines} />}
				<div className="cluster">
					{after && <TextLink href={paths.staff.money(filters)}>{t('money.search.newest')}</TextLink>}
					{more && last && (
						<TextLink href={paths.staff.money({ ...filters, after: last.ref })}>{t('money.search.older')}</TextLink>
					)}
					{lines.length > 0 && <TextLink href={paths.staff.moneyList(filters)}>{t('money.search.file')}</TextLink>}
				</div>
			</Section>
		</>
	)
}
