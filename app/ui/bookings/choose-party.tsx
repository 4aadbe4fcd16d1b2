import { useT } from '#app/i18n/react.tsx'
import { CheckboxGroup } from '../forms/choice-group.tsx'
import type { FormField } from '../forms/form-field.ts'

type Person = { ref: string; name: string; age: number; isMe: boolean; comes: boolean }

/** Who comes and who else may, each to be ticked. */
export function ChooseParty({
	field,
	people,
	saysWhoComes = false,
}: {
	field: FormField
	people: readonly Person[]
	/** Among many it is said who comes now. */
	saysWhoComes?: boolean
}) {
	const t = useT()
	return (
		<CheckboxGroup
			field={field}
			label={t('bookings.new.who.label')}
			choices={people.map(({ ref, name, isMe, age, comes }) => ({
				value: ref,
				label: isMe ? t('bookings.new.who.me', { name }) : name,
				...(isMe
					? {}
					: {
							hint:
								saysWhoComes && comes
									? t('bookings.officer.party.comes', { years: age })
									: t('common.years-old', { years: age }),
						}),
			}))}
		/>
	)
}
