import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fullName } from '#app/domain/person-name.ts'
import { kronerText } from '#app/forms/funds/amount.ts'
import { refundForm } from '#app/forms/funds/console.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import type { Ctx } from '#app/services/context.ts'
import { ServiceError } from '#app/services/errors.ts'
import { refundTerms } from '#app/services/funds/refunds/refund-terms.server.ts'
import { type RefundInput, refundTopUp } from '#app/services/funds/refunds/request-refund.server.ts'
import { Notice } from '#app/ui/display/notice.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { prisonerInList } from '#app/ui/funds/console/lines.view-model.ts'
import { RefundForm } from '#app/ui/funds/console/refund-form.tsx'
import { RefundPlan } from '#app/ui/funds/console/refund-plan.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'funds.refund.title' }

const who = { who: 'officer', permission: 'handle-funds', freshSignIn: true } as const

export const loader = defineLoader(who, async ({ ctx, params }) => {
	const { topUp, payer, prisoner, mostOre, aloneOre } = await refundTerms(ctx, params.ref ?? '')
	return {
		...{ ref: topUp.ref, mostOre, aloneOre, idempotencyKey: randomUUID() },
		payer: fullName(payer),
		prisoner: prisonerInList(prisoner),
	}
})

export const action = defineAction(who, async ({ ctx, params, request, context, locale }) => {
	const ref = params.ref ?? ''
	const submission = await parseForm(request, refundForm)
	if (submission.status !== 'success') return invalidForm(submission)
	const { step, amount: ore, reason, idempotencyKey } = submission.value
	if (step === 'edit') return submission.reply()
	if (step === 'do') {
		const created = await doneRefund(ctx, { topUp: ref, ore, reason, idempotencyKey })
		const text = created?.needsSecond ? 'funds.refund.proposed' : 'funds.refund.done'
		if (created) throw redirectWith(context, paths.staff.topUpDetails(ref), { kind: 'done', text })
	}
	const { mostOre, aloneOre } = await refundTerms(ctx, ref)
	const typed = { amount: kronerText(ore), reason, idempotencyKey }
	if (step === 'check' && ore <= mostOre) return { plan: { ...typed, ore, needsSecond: ore > aloneOre } }
	const most = new URLSearchParams({ most: formatMoney(mostOre, locale) })
	return invalidForm(submission, { fieldErrors: { amount: [`funds.error.too-much?${most}`] } })
})

/** What was refunded, now or by the same form before; null when more was asked for than is left. */
async function doneRefund(ctx: Ctx, input: RefundInput): Promise<{ needsSecond: boolean } | null> {
	try {
		return await refundTopUp(ctx, input)
	} catch (error) {
		if (error instanceof ServiceError && error.code === 'wrong-state' && error.conflict === null) return null
		throw error
	}
}

/** How much, and why; then what will happen; then it is done. */
export default function Refund() {
	const { ref, payer, prisoner, mostOre, aloneOre, idempotencyKey } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const plan = answer && 'plan' in answer ? answer.plan : null
	const [form, fields] = useForm<{ amount: string; reason: string; idempotencyKey: string }>({
		id: 'refund',
		lastResult: answer && !('plan' in answer) ? answer : null,
		defaultValue: { amount: kronerText(mostOre), idempotencyKey },
	})
	const key = fields.idempotencyKey.initialValue ?? idempotencyKey
	return (
		<>
			<BackLink href={paths.staff.topUpDetails(ref)} />
			{!plan && <ErrorSummary form={form} />}
			<PageTitle lead={[payer, prisoner].join(' · ')}>{t('funds.refund.title-of', { ref })}</PageTitle>
			{plan ? (
				<RefundPlan plan={plan} payer={payer} prisoner={prisoner} aloneOre={aloneOre} />
			) : mostOre === 0 ? (
				<Notice>{t('funds.refund.nothing-left')}</Notice>
			) : (
				<RefundForm id={form.id} fields={fields} idempotencyKey={key} mostOre={mostOre} aloneOre={aloneOre} />
			)}
		</>
	)
}
