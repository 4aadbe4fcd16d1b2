import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { localDate } from '#app/domain/calendar/oslo.ts'
import { acknowledgeAlertForm, type TopUpSearchFields, topUpSearchForm } from '#app/forms/funds/console.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm, parseQuery } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { acknowledgeAlert } from '#app/services/funds/console/acknowledge-alert.server.ts'
import { fundsOverview } from '#app/services/funds/console/funds-overview.server.ts'
import { findTopUps } from '#app/services/funds/console/search-top-ups.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { FundsWaiting } from '#app/ui/funds/console/funds-overview.tsx'
import { overviewLines, topUpLine } from '#app/ui/funds/console/funds-overview.view-model.ts'
import { patternKey } from '#app/ui/funds/console/payment-alerts.tsx'
import { PaymentsTable } from '#app/ui/funds/console/payments-table.tsx'
import { TopUpSearchForm } from '#app/ui/funds/console/top-up-search-form.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'rail.funds' }

export const loader = defineLoader({ who: 'officer', permission: 'see-funds' }, async ({ ctx, url }) => {
	const submission = parseQuery(url, topUpSearchForm)
	const query: TopUpSearchFields = Object.fromEntries(url.searchParams)
	const search = submission.status === 'success' ? submission.value : null
	const overview = await fundsOverview(ctx)
	const { amount, ...rest } = search ?? {}
	const found = search ? await findTopUps(ctx, { ...rest, ore: amount }) : { topUps: [], more: false }
	const page = {
		...overviewLines(overview, localDate(ctx.now)),
		lines: found.topUps.map(topUpLine),
		more: found.more,
		query,
		lastResult: search ? null : submission.reply(),
		mayHandle: hasPermission(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'handle-funds'),
	}
	return search ? page : data(page, { status: 400 })
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-funds' },
	async ({ ctx, request, context }) => {
		const submission = await parseForm(request, acknowledgeAlertForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const { pattern, payer, prisoner, note } = submission.value
		await acknowledgeAlert(ctx, { pattern, payer: payer ?? null, prisoner: prisoner ?? null, note })
		throw redirectWith(context, paths.staff.funds(), { kind: 'done', text: 'funds.unusual.done' })
	},
)

/** What waits on top, then the payments to search in. */
export default function Money() {
	const { lines, more, query, lastResult, mayHandle, ...waiting } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const [form, fields] = useForm<TopUpSearchFields>({ id: 'funds-search', lastResult, defaultValue: query })
	const { after, ...filters } = query
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
				lead={t('funds.lead')}
				aside={<TextLink href={paths.staff.reconciliation()}>{t('funds.to-reconciliation')}</TextLink>}
			>
				{t('rail.funds')}
			</PageTitle>
			<FundsWaiting {...waiting} mayHandle={mayHandle} failed={failed} />
			<Section title={t('funds.search.title')}>
				<TopUpSearchForm
					id={form.id}
					fields={fields}
					payer={query.payer}
					isNarrowed={Object.values(query).some((value) => value !== '')}
				/>
				{query.payer && <p className="small">{t('funds.search.payer')}</p>}
				{lastResult === null && <PaymentsTable lines={lines} />}
				<div className="cluster">
					{after && <TextLink href={paths.staff.funds(filters)}>{t('funds.search.newest')}</TextLink>}
					{more && last && (
						<TextLink href={paths.staff.funds({ ...filters, after: last.ref })}>{t('funds.search.older')}</TextLink>
					)}
					{lines.length > 0 && <TextLink href={paths.staff.topUpsCsv(filters)}>{t('funds.search.file')}</TextLink>}
				</div>
			</Section>
		</>
	)
}
