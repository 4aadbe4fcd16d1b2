import { type RestrictionKind, restrictionStates } from '#app/domain/restrictions/kinds.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { Select } from '../forms/select.tsx'
import { standaloneField } from '../forms/standalone-field.ts'

type Props = {
	kinds: readonly RestrictionKind[]
	kind: string | null
	state: string
	/** Whom the list is about already. */
	prisoner: string | null
	visitor: string | null
}

/** Which of the restrictions are listed; the choice lies in the address, and no name in it. */
export function RestrictionFilter({ kinds, kind, state, prisoner, visitor }: Props) {
	const t = useT()
	return (
		<form className="cluster" method="get" action={paths.staff.restrictions()} noValidate>
			<HiddenFields values={{ prisoner: prisoner ?? undefined, visitor: visitor ?? undefined }} />
			<Select
				field={standaloneField('filter', 'kind', undefined, kind ?? '')}
				label={t('restrictions.col.kind')}
				empty={t('restrictions.every-kind')}
				options={kinds.map((value) => ({ value, label: t(`restrictions.kind.${value}`) }))}
			/>
			<Select
				field={standaloneField('filter', 'state', undefined, state)}
				label={t('restrictions.col.state')}
				options={restrictionStates.map((value) => ({ value, label: t(`restrictions.state.${value}`) }))}
			/>
			<SubmitButton variant="secondary">{t('common.show')}</SubmitButton>
		</form>
	)
}
