import { randomUUID } from 'node:crypto'
import { useForm } from '@conform-to/react'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { minutesFor } from '#app/domain/funds/phone-minutes.ts'
import { suggestedAmounts } from '#app/domain/funds/suggested-amounts.ts'
import { kronerText } from '#app/forms/funds/amount.ts'
import { type AmountForm, amountForm, otherAmount } from '#app/forms/funds/top-up.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { evaluateTopUp } from '#app/services/funds/payments/evaluate-top-up.server.ts'
import { payeeOf } from '#app/services/funds/payments/payee.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { RadioGroup } from '#app/ui/forms/choice-group.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { amountError } from '#app/ui/funds/amount-error.ts'
import { describeTopUpRefusals } from '#app/ui/funds/describe-refusal.ts'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { StepOf } from '#app/ui/layout/step-of.tsx'

export const handle: PageHandle = { title: 'phone.new.amount.title' }

const permitRefIn = (url: URL) => url.searchParams.get('for') ?? ''

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, url }) => {
	const { permitRef, person, facility, minOre, maxOre, orePerMinute } = await payeeOf(ctx, permitRefIn(url))
	const choices = suggestedAmounts({ minOre, maxOre })
	const before = Number(url.searchParams.get('ore') ?? 0)
	return {
		...{ permitRef, person, facility, minOre, maxOre },
		choices: choices.map((ore) => ({ ore, minutes: minutesFor(ore, orePerMinute) })),
		chosen: Number.isSafeInteger(before) && before > 0 ? evaluationOf(before, choices) : {},
	}
})

/** An amount as it was answered before. */
function evaluationOf(ore: number, choices: readonly number[]): AmountForm {
	return choices.includes(ore) ? { amount: String(ore) } : { amount: otherAmount, typed: kronerText(ore) }
}

export const action = defineAction({ who: 'visitor' }, async ({ ctx, request, url, locale }) => {
	const submission = await parseForm(request, amountForm)
	if (submission.status !== 'success') return data({ reply: submission.reply(), publicReasons: null }, { status: 400 })
	const { ore, field } = submission.value
	const payee = await payeeOf(ctx, permitRefIn(url))
	const publicReasons = await evaluateTopUp(ctx, { prisonerId: payee.prisonerId, ore })
	if (publicReasons.kind === 'plain' && publicReasons.items.length === 0)
		throw redirectTo(paths.newTopUpStep('check', { for: payee.permitRef, ore, key: randomUUID() }))
	const error = amountError(publicReasons, payee, locale)
	if (error === null) return data({ reply: submission.reply(), publicReasons }, { status: 409 })
	return data({ reply: submission.reply({ fieldErrors: { [field]: [error] } }), publicReasons: null }, { status: 400 })
})

export default function ChooseAmount() {
	const { permitRef, person, facility, minOre, maxOre, choices, chosen } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const locale = useLocale()
	const [form, fields] = useForm<AmountForm>({
		id: 'amount',
		lastResult: answer?.reply ?? null,
		defaultValue: chosen,
	})
	const bounds = { min: formatMoney(minOre, locale), max: formatMoney(maxOre, locale) }
	return (
		<>
			<BackLink href={paths.newTopUp({ for: permitRef })} />
			{answer?.publicReasons && (
				<RefusalList title={t('phone.refused')} items={describeTopUpRefusals(answer.publicReasons, t)} />
			)}
			<ErrorSummary form={form} />
			<StepOf step={2} steps={3} />
			<PageTitle lead={t('phone.new.amount.lead', { person, facility })}>{t('phone.new.amount.title')}</PageTitle>
			<PostForm id={form.id}>
				<RadioGroup
					field={fields.amount}
					label={t('phone.new.amount.label')}
					choices={[
						...choices.map(({ ore, minutes }) => ({
							value: String(ore),
							label: formatMoney(ore, locale),
							...(minutes === null ? {} : { hint: t('phone.new.amount.minutes', { minutes }) }),
						})),
						{ value: otherAmount, label: t('phone.new.amount.other') },
					]}
				/>
				<TextField
					field={fields.typed}
					label={t('phone.new.amount.typed')}
					hint={t('phone.new.amount.bounds', bounds)}
					inputMode="decimal"
					autoComplete="off"
					size={8}
					maxLength={20}
					unit="kr"
				/>
				<FormActions>
					<SubmitButton>{t('common.continue')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
