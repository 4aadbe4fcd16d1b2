import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { reconciliationForm } from '#app/forms/funds/console.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { reconcileNow, reconciliations } from '#app/services/funds/reconciliation/reconciliations.server.ts'
import { resolveDiscrepancy } from '#app/services/funds/reconciliation/resolve-discrepancy.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { LedgerTotals } from '#app/ui/funds/console/ledger-totals.tsx'
import { discrepancyLine } from '#app/ui/funds/console/lines.view-model.ts'
import { ReconciliationRuns } from '#app/ui/funds/console/reconciliation-runs.tsx'
import { ResolveDiscrepancy } from '#app/ui/funds/console/resolve-discrepancy.tsx'
import { ResolvedDiscrepancies } from '#app/ui/funds/console/resolved-discrepancies.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { Section } from '#app/ui/layout/section.tsx'
import { Subsection } from '#app/ui/layout/subsection.tsx'

export const handle: PageHandle = { title: 'funds.reconciliation.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-funds' }, async ({ ctx }) => {
	const { runs, open, ended, totals } = await reconciliations(ctx)
	return {
		runs: runs.map(({ id, ranAt, runBy, events, movements, discrepancies }) => ({
			...{ id, ranAt, events, movements, discrepancies, byHand: runBy !== null },
		})),
		open: open.map(discrepancyLine),
		ended: ended.flatMap((one) => {
			const { endedAt, resolution, note } = one.discrepancy
			return endedAt === null || resolution === null
				? []
				: { ...discrepancyLine(one), ...{ endedAt, resolution, note, endedBy: one.endedBy } }
		}),
		totals,
		mayHandle: hasPermission(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'handle-funds'),
	}
})

export const action = defineAction(
	{ who: 'officer', permission: 'handle-funds' },
	async ({ ctx, request, context }) => {
		const submission = await parseForm(request, reconciliationForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const form = submission.value
		if (form.step === 'run') {
			await reconcileNow(ctx, { after: form.after })
			throw redirectWith(context, paths.staff.reconciliation(), { kind: 'done', text: 'funds.reconciliation.ran' })
		}
		const resolution = await resolveDiscrepancy(ctx, form)
		const text = `funds.reconciliation.done.${resolution}` as const
		throw redirectWith(context, paths.staff.reconciliation(), { kind: 'done', text })
	},
)

/** Stripe against the books: what differs, what was done about it, and when the two were last compared. */
export default function Reconciliation() {
	const { runs, open, ended, totals, mayHandle } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const typed = answer?.initialValue ?? {}
	const errors = answer?.error?.note
	const failed = errors ? { errors, typed: typeof typed.note === 'string' ? typed.note : '' } : null
	return (
		<>
			<BackLink href={paths.staff.funds()} />
			{failed && <ErrorSummary form={{ id: String(typed.discrepancy), allErrors: { note: failed.errors } }} />}
			<PageTitle lead={t('funds.reconciliation.lead')}>{t('funds.reconciliation.title')}</PageTitle>
			<Section title={t('funds.reconciliation.open')}>
				{open.length === 0 && <p>{t('funds.reconciliation.none-open')}</p>}
				{mayHandle && open.length > 0 && <p className="small subtle">{t('funds.reconciliation.resolve-about')}</p>}
				{open.map((line) => (
					<ResolveDiscrepancy
						key={line.ref}
						line={line}
						mayEnd={mayHandle}
						failed={typed.discrepancy === line.ref ? failed : null}
					/>
				))}
			</Section>
			<Subsection title={t('funds.reconciliation.runs')}>
				{mayHandle && (
					<PostForm>
						<HiddenFields values={{ step: 'run', after: runs[0]?.id ?? 'none' }} />
						<p className="small subtle">{t('funds.reconciliation.run-about')}</p>
						<FormActions>
							<SubmitButton variant="secondary">{t('funds.reconciliation.run')}</SubmitButton>
						</FormActions>
					</PostForm>
				)}
				<ReconciliationRuns lines={runs} />
			</Subsection>
			<ResolvedDiscrepancies lines={ended} />
			<LedgerTotals totals={totals} />
		</>
	)
}
