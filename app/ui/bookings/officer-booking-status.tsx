import type { BookingState } from '#app/domain/bookings/booking.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import { BookingStatus } from './booking-facts.tsx'
import type { ShownGate } from './gate-stop.tsx'

type Props = { visit: { state: BookingState; underReview: boolean; gate: ShownGate } }

/** A visit's state as officers read it: what stops it and why it is under review, as far as they may know. */
export function OfficerVisitStatus({ visit }: Props) {
	const t = useT()
	const locale = useLocale()
	const { state, underReview, gate } = visit
	if (state !== 'confirmed' || (!gate.stopped && !underReview)) return <BookingStatus state={state} />
	if (gate.stopped) {
		const stops = [...new Set(gate.stops.map(({ code }) => t(`bookings.officer.stop.${code}`)))]
		const causes = formatList(stops, locale)
		return (
			<StatusTag shape="stopped">
				{stops.length === 0
					? t('bookings.officer.status.stopped')
					: t('bookings.officer.status.stopped-for', { causes })}
			</StatusTag>
		)
	}
	const causes = formatList(
		gate.causes.map((cause) => t(`bookings.officer.cause.${cause}`)),
		locale,
	)
	return (
		<StatusTag shape="attention">
			{causes === ''
				? t('bookings.officer.status.under-review')
				: t('bookings.officer.status.under-review-for', { causes })}
		</StatusTag>
	)
}
