import { useT } from '#app/i18n/react.tsx'
import { DataTable } from '../display/data-table.tsx'

type Person = { name: string; age: number; mustShowId: boolean }

/** Who is to be let in: names, ages, and who must show identification. */
export function GatePeople({ people }: { people: readonly Person[] }) {
	const t = useT()
	return (
		<DataTable
			caption={t('common.col.party')}
			rows={people}
			rowKey={(person) => person.name}
			columns={[
				{ key: 'name', header: t('bookings.officer.gate.name'), rowHeader: true, cell: (person) => person.name },
				{
					key: 'age',
					header: t('bookings.officer.gate.age'),
					cell: (person) => t('common.years-old', { years: person.age }),
				},
				{
					key: 'id',
					header: t('bookings.officer.gate.id'),
					cell: (person) =>
						t(person.mustShowId ? 'bookings.officer.gate.id-needed' : 'bookings.officer.gate.id-not-needed'),
				},
			]}
		/>
	)
}
