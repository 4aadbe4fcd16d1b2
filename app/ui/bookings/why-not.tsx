import type { PublicReasons } from '#app/domain/bookings/public-reasons.ts'
import { useT } from '#app/i18n/react.tsx'
import { describeRefusals } from './describe-refusals.ts'

type Props = {
	why: readonly PublicReasons[]
	/** Some times of the day are free. */
	others: boolean
}

/** Why times are not offered, as far as a family may be told: each reason once, with what would make it possible. */
export function WhyNot({ why, others }: Props) {
	const t = useT()
	const words = new Map(
		why.flatMap((publicReasons) => describeRefusals(publicReasons, t)).map((one) => [one.text, one]),
	)
	return (
		<details open={!others}>
			<summary>{others ? t('bookings.why.others') : t('bookings.why.title')}</summary>
			<ul className="reasons">
				{[...words.values()].map(({ text, next }) => (
					<li key={text}>
						<p>{text}</p>
						<p className="subtle">{next}</p>
					</li>
				))}
			</ul>
		</details>
	)
}
