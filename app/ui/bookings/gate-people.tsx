import type { Presence } from '#app/domain/bookings/presence.ts'
import { useT } from '#app/i18n/react.tsx'
import { DataTable } from '../display/data-table.tsx'

type Person = {
	ref: string
	name: string
	age: number
	mustShowId: boolean
	presence: Presence | null
	presenceReason: string | null
}

/** Who is to be let in: names, ages, and who must show identification; and of each what the gate recorded. */
export function GatePeople({ people }: { people: readonly Person[] }) {
	const t = useT()
	const isRecorded = people.some(({ presence }) => presence !== null)
	const recorded = ({ presence, presenceReason }: Person) => {
		if (presence === null) return ''
		return presenceReason === null
			? t(`bookings.officer.gate.presence.${presence}`)
			: t('bookings.officer.gate.presence.turned-away-for', { reason: presenceReason })
	}
	return (
		<DataTable
			caption={t('common.col.party')}
			rows={people}
			rowKey={(person) => person.ref}
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
				...(isRecorded ? [{ key: 'presence', header: t('bookings.officer.gate.presence'), cell: recorded }] : []),
			]}
		/>
	)
}
