import type { RoomKind, StayConsent } from '#app/domain/rooms/room.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { isTextKey } from '#app/i18n/translate.ts'
import { SummaryList } from '../display/summary-list.tsx'

/** A family room as a family reads of it. */
export interface ShownRoom {
	kind: RoomKind
	people: number
	/** Real hours. */
	minHours: number
	maxHours: number
	opens: string
	closes: string
	needsConsents: readonly StayConsent[]
	features: readonly string[]
}

/** How many it is for, how long, when, and what there is. */
export function RoomFacts({ room }: { room: ShownRoom }) {
	const t = useT()
	const locale = useLocale()
	const hours = { min: room.minHours, max: room.maxHours }
	const clock = (time: string) => (locale === 'en' ? time : time.replace(':', '.'))
	const features = room.features.map((one) => `rooms.feature.${one}`).filter(isTextKey)
	return (
		<SummaryList
			rows={[
				{ label: t('rooms.fact.people'), value: t('rooms.people', { count: room.people }) },
				{ label: t('rooms.fact.length'), value: t('rooms.hours', hours) },
				{
					label: t('rooms.fact.open'),
					value: t('timetable.from-to', { from: clock(room.opens), to: clock(room.closes) }),
				},
				...(features.length > 0
					? [
							{
								label: t('rooms.fact.features'),
								value: formatList(
									features.map((key) => t(key)),
									locale,
								),
							},
						]
					: []),
				...(room.needsConsents.length > 0
					? [
							{
								label: t('rooms.fact.consents'),
								value: formatList(
									room.needsConsents.map((one) => t(`rooms.consent.${one}`)),
									locale,
								),
							},
						]
					: []),
			]}
		/>
	)
}
