import { useT } from '#app/i18n/react.tsx'
import { Section } from '../layout/section.tsx'

const rules = ['for', 'whose', 'moves', 'release', 'not-arrived', 'fee', 'not-for-sale'] as const
const calls = ['who-calls', 'listened'] as const

/** What the money is for and what becomes of it, and what is to be known about calls. */
export function AboutPhoneCredit() {
	const t = useT()
	return (
		<>
			<Section title={t('phone.about.title')}>
				<ul>
					{rules.map((rule) => (
						<li key={rule}>{t(`phone.about.${rule}`)}</li>
					))}
				</ul>
			</Section>
			<Section title={t('phone.calls.title')}>
				{calls.map((call) => (
					<p key={call}>{t(`phone.calls.${call}`)}</p>
				))}
			</Section>
		</>
	)
}
