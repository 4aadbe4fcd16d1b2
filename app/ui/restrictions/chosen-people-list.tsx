import { useT } from '#app/i18n/react.tsx'
import { SummaryList, type SummaryRow } from '../display/summary-list.tsx'

export interface ChosenPerson {
	kind: 'prisoner' | 'visitor'
	ref: string
	name: string
	number: string | null
}

/** Whom it is about, with what is known of the rest. */
export function ChosenPeopleList({
	people,
	rows = [],
}: {
	people: readonly ChosenPerson[]
	rows?: readonly SummaryRow[]
}) {
	const t = useT()
	if (people.length + rows.length === 0) return null
	return (
		<SummaryList
			rows={[
				...people.map(({ kind, name, number }, index) => ({
					label: `${t(`search.kind.${kind}`)}${index > 0 && people[0]?.kind === kind ? ' 2' : ''}`,
					value: number === null ? name : `${name} (${number})`,
				})),
				...rows,
			]}
		/>
	)
}
