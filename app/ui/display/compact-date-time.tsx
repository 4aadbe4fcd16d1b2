import { formatShortDate, formatTime } from '#app/i18n/format.ts'
import { useLocale } from '#app/i18n/react.tsx'

/** An instant on one line, for lists with many columns. */
export function CompactDateTime({ at }: { at: Date }) {
	const locale = useLocale()
	return (
		<span className="nowrap">
			{formatShortDate(at, locale)} {formatTime(at, locale)}
		</span>
	)
}
