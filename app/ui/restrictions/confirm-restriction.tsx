import { restrictionSources } from '#app/domain/restrictions/restrictions.ts'
import type { RestrictionPlan } from '#app/forms/restrictions.ts'
import { formatList, formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import type { FormField } from '../forms/form-field.ts'
import { HiddenFields, IdempotencyKeyField } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { Select } from '../forms/select.tsx'
import { TextField } from '../forms/text-field.tsx'
import { ChosenPeopleList, type ChosenPerson } from './chosen-people-list.tsx'
import { type Touched, TouchedByRestriction } from './touched-by-restriction.tsx'

type Props = {
	id: string
	fields: Readonly<Record<'reference' | 'source' | 'reason' | 'reviewOn', FormField>>
	plan: RestrictionPlan
	people: readonly ChosenPerson[]
	ties: readonly ChosenPerson[]
	touched: Touched
	idempotencyKey: string
}

/** What will be recorded and what it touches; then what it rests on, and it is done. */
export function ConfirmRestriction({ id, fields, plan, people, ties, touched, idempotencyKey }: Props) {
	const t = useT()
	const locale = useLocale()
	const { type, from, to } = plan
	const excepted = ties.filter(({ ref }) => plan.except.includes(ref)).map(({ name }) => name)
	const last = to === undefined ? t('restrictions.no-end') : formatShortDate(to, locale)
	const isCourt = plan.kind === 'court-restriction'
	return (
		<>
			<ChosenPeopleList
				people={people}
				rows={[
					...(type === undefined ? [] : [{ label: t('restrictions.col.kind'), value: t(`restrictions.type.${type}`) }]),
					...(from === undefined
						? []
						: [{ label: t('restrictions.col.period'), value: `${formatShortDate(from, locale)} – ${last}` }]),
					...(plan.clockStopped ? [{ label: t('restrictions.clock'), value: t('restrictions.clock-stopped') }] : []),
					...(excepted.length === 0
						? []
						: [{ label: t('restrictions.excepted'), value: formatList(excepted, locale) }]),
					...(plan.coversOfficial
						? [{ label: t('restrictions.official'), value: t('restrictions.covers-official') }]
						: []),
				]}
			/>
			<TouchedByRestriction touched={touched} />
			<PostForm id={id}>
				<HiddenFields values={{ step: 'save' }} />
				<IdempotencyKeyField value={idempotencyKey} />
				<TextField
					field={fields.reference}
					label={t('restrictions.reference')}
					hint={t('restrictions.reference-hint')}
					optional={!isCourt}
					maxLength={100}
					code
				/>
				<Select
					field={fields.source}
					label={t('restrictions.source')}
					empty={t('common.choose')}
					options={restrictionSources.map((value) => ({ value, label: t(`restrictions.source.${value}`) }))}
				/>
				<TextField
					field={fields.reason}
					label={t('common.reason')}
					hint={t('restrictions.reason-hint')}
					maxLength={500}
				/>
				<TextField
					field={fields.reviewOn}
					label={t('restrictions.review-on')}
					hint={t('restrictions.review-on-hint')}
					type="date"
				/>
				<FormActions>
					<SubmitButton>{t('restrictions.confirm')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
