import { useStashedFields } from './stashed-fields.tsx'

/** Answers that travel along with the form. What has no value is left out; a list sends each value under the same name. */
export function HiddenFields({
	values,
}: {
	values: Readonly<Record<string, string | number | readonly string[] | null | undefined>>
}) {
	return (
		<>
			{Object.entries(values).flatMap(([name, value]) => {
				if (value === null || value === undefined) return []
				const each = typeof value === 'object' ? value : [String(value)]
				return each.map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />)
			})}
		</>
	)
}

/** The form's own key: the same form sent twice is done once. */
export function IdempotencyKeyField({ value }: { value: string }) {
	const [stashed] = useStashedFields()?.idempotencyKey ?? []
	return <input type="hidden" name="idempotencyKey" value={stashed ?? value} />
}
