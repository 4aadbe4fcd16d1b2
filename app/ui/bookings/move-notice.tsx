import type { TextKey } from '#app/i18n/catalogue.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { Notice } from '../display/notice.tsx'
import { TextLink } from '../text-link.tsx'

type Words = Extract<TextKey, `bookings.move.${'waits' | 'stands' | 'stands-until-answer'}`>
type Link = Extract<TextKey, `bookings.move.see-${'request' | 'visit'}`>

/** On a visit, the request that is to move it; on that request, the visit that stands. */
export function MoveNotice({ words, other, link }: { words: Words; other: { ref: string; start: Date }; link: Link }) {
	const t = useT()
	const locale = useLocale()
	return (
		<Notice>
			<p>{t(words, { time: formatDateTime(other.start, locale) })}</p>
			<p>
				<TextLink href={paths.visit(other.ref)}>{t(link)}</TextLink>
			</p>
		</Notice>
	)
}
