import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { RadioGroup } from '../forms/choice-group.tsx'
import type { FormField } from '../forms/form-field.ts'
import { FormActions } from '../forms/post-form.tsx'
import { Select } from '../forms/select.tsx'
import { TextField } from '../forms/text-field.tsx'

export interface ClosablePlaces {
	units: readonly { code: string; name: string }[]
	rooms: readonly { ref: string; name: string }[]
}

type Props = {
	id: string
	fields: Readonly<Record<'what' | 'unit' | 'room' | 'from' | 'to', FormField>>
	places: ClosablePlaces
}

/** What is to be closed, and when. It changes nothing: the next page shows whom it touches. A session is chosen in the timetable. */
export function ClosurePlanForm({ id, fields, places }: Props) {
	const t = useT()
	return (
		<form className="form" method="get" action={paths.staff.newClosure()} noValidate id={id}>
			<RadioGroup
				field={fields.what}
				label={t('closures.what')}
				hint={t('closures.what-hint')}
				choices={(['facility', 'unit', 'room'] as const).map((what) => ({
					value: what,
					label: t(`closures.what.${what}`),
				}))}
			/>
			<Select
				field={fields.unit}
				label={t('closures.which-unit')}
				optional
				empty={t('common.choose')}
				options={places.units.map(({ code, name }) => ({ value: code, label: name }))}
			/>
			{places.rooms.length > 0 && (
				<Select
					field={fields.room}
					label={t('closures.which-room')}
					optional
					empty={t('common.choose')}
					options={places.rooms.map(({ ref, name }) => ({ value: ref, label: name }))}
				/>
			)}
			<TextField field={fields.from} label={t('closures.from')} type="date" />
			<TextField field={fields.to} label={t('closures.to')} hint={t('closures.to-hint')} type="date" optional />
			<FormActions>
				<SubmitButton>{t('closures.show-touched')}</SubmitButton>
			</FormActions>
		</form>
	)
}
