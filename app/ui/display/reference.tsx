import { useT } from '#app/i18n/react.tsx'

/** A reference to be kept or read out over the phone, in large type. */
export function Reference({ value, label }: { value: string; label?: string }) {
	const t = useT()
	return (
		<p className="reference">
			<span>{label ?? t('common.reference')}</span>
			<strong>{value}</strong>
		</p>
	)
}
