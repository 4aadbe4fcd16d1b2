import { courtRestrictionTypes } from '#app/domain/restrictions/restrictions.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths, type Query } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { Checkbox } from '../forms/checkbox.tsx'
import { CheckboxGroup, RadioGroup } from '../forms/choice-group.tsx'
import type { FormField } from '../forms/form-field.ts'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { ChosenPeopleList, type ChosenPerson } from './chosen-people-list.tsx'

type Props = {
	id: string
	fields: Readonly<Record<'type' | 'from' | 'to' | 'clockStopped' | 'coversOfficial' | 'except', FormField>>
	chosen: Query & { kind: 'court-restriction' | 'protective-order' | 'non-association' }
	people: readonly ChosenPerson[]
	ties: readonly ChosenPerson[]
}

/** What is ordered, and when. It changes nothing: the next page shows what it touches. */
export function RestrictionPlanForm({ id, fields, chosen, people, ties }: Props) {
	const t = useT()
	const isCourt = chosen.kind === 'court-restriction'
	return (
		<>
			<ChosenPeopleList people={people} />
			<form className="form" method="get" action={paths.staff.newRestriction()} noValidate id={id}>
				<HiddenFields values={{ step: 'details', ...chosen }} />
				{isCourt && (
					<RadioGroup
						field={fields.type}
						label={t('restrictions.type')}
						choices={courtRestrictionTypes.map((type) => ({ value: type, label: t(`restrictions.type.${type}`) }))}
					/>
				)}
				<TextField field={fields.from} label={t('restrictions.from')} type="date" />
				{isCourt ? (
					<TextField field={fields.to} label={t('restrictions.to')} hint={t('restrictions.to-hint')} type="date" />
				) : (
					<TextField
						field={fields.to}
						label={t('restrictions.to')}
						hint={t('restrictions.to-open-hint')}
						type="date"
						optional
					/>
				)}
				{isCourt ? (
					<>
						{ties.length > 0 && (
							<CheckboxGroup
								field={fields.except}
								label={t('restrictions.except')}
								optional
								choices={ties.map(({ ref, name }) => ({ value: ref, label: name }))}
							/>
						)}
						<Checkbox field={fields.coversOfficial} label={t('restrictions.covers-official-too')} value="yes" />
					</>
				) : (
					<Checkbox
						field={fields.clockStopped}
						label={t('restrictions.clock-stopped')}
						hint={t('restrictions.clock-stopped-hint')}
						value="yes"
					/>
				)}
				<FormActions>
					<SubmitButton>{t('restrictions.show-touched')}</SubmitButton>
				</FormActions>
			</form>
		</>
	)
}
