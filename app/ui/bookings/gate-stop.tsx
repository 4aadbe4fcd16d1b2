import type { GateStopCode } from '#app/domain/bookings/gate-stops.ts'
import type { ReviewCause } from '#app/domain/reviews/causes.ts'
import { formatDate, formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ShapeIcon } from '../icons.tsx'
import { TextLink } from '../text-link.tsx'

/** What stands against letting a visit in, as far as its reader may know. */
export interface ShownGate {
	stopped: boolean
	stops: readonly { code: GateStopCode; people: readonly string[]; until: Date | null }[]
	causes: readonly ReviewCause[]
	withheld: boolean
}

type Props = {
	visit: { ref: string; underReview: boolean; gate: ShownGate }
	/** Whether the reader may settle its review. */
	maySettle: boolean
}

/** Read at arm's length and without colour: a sign, a word, the cause. Nothing when nobody is stopped. */
export function GateStopPanel({ visit, maySettle }: Props) {
	const t = useT()
	const locale = useLocale()
	const { gate, underReview } = visit
	if (!gate.stopped && !underReview) return null
	const lines = [
		...gate.stops.map(({ code, people, until }) =>
			t(`bookings.officer.gate.stop.${code}`, {
				people: formatList([...people], locale),
				until: until ? formatDate(until, locale, { year: true, weekday: false }) : '',
			}),
		),
		...(underReview ? [reviewLine()] : []),
	]
	const isNeutral = gate.withheld && gate.stops.length + gate.causes.length === 0
	return (
		<section className="gate-stop" data-color="danger" aria-labelledby="stopped">
			<ShapeIcon shape="stopped" />
			<div className="stack-tight">
				<h3 className="ds-heading" data-size="lg" id="stopped">
					{t(isNeutral ? 'bookings.officer.gate.stop.neutral' : 'bookings.officer.gate.stop.title')}
				</h3>
				{!isNeutral && lines.map((line) => <p key={line}>{line}</p>)}
				{gate.withheld && !isNeutral && <p>{t('bookings.officer.gate.stop.withheld')}</p>}
				<p>{t('bookings.officer.gate.stop.settle-first')}</p>
				{underReview && maySettle && (
					<p>
						<TextLink href={paths.staff.review(visit.ref)}>{t('bookings.officer.gate.stop.open-review')}</TextLink>
					</p>
				)}
			</div>
		</section>
	)

	function reviewLine(): string {
		if (gate.causes.length === 0) return t('bookings.officer.gate.stop.review-only')
		const causes = formatList(
			gate.causes.map((cause) => t(`bookings.officer.cause.${cause}`)),
			locale,
		)
		return t('bookings.officer.gate.stop.review', { causes })
	}
}
