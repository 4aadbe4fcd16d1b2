import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { Card } from '../display/card.tsx'
import { HiddenFields, IdempotencyKeyField } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'

type Props = {
	entry: {
		ref: string
		person: string
		/** Local dates; both count. */
		from: string
		to: string
		/** The place that is kept for it now. */
		offer: { session: string; start: Date; end: Date; setting: Setting; until: Date } | null
	}
	idempotencyKey: string
}

/** A waiting-list entry on the waiting list: what is on offer to it, and the ways to take that or to leave the list. */
export function EntryCard({ entry, idempotencyKey }: Props) {
	const t = useT()
	const locale = useLocale()
	const { offer } = entry
	const days = t('waiting-list.days', { from: formatDate(entry.from, locale), to: formatDate(entry.to, locale) })
	return (
		<Card title={entry.person} emphasis={offer !== null}>
			<p>{days}</p>
			{offer && (
				<>
					<p>
						{t('waiting-list.offer', {
							time: formatDateTime(offer.start, locale),
							setting: t(`timetable.setting.${offer.setting}`),
						})}
					</p>
					<p>{t('waiting-list.offer-until', { until: formatDateTime(offer.until, locale) })}</p>
				</>
			)}
			<div className="cluster">
				{offer && (
					<Step
						step="accept"
						entry={entry.ref}
						session={offer.session}
						idempotencyKey={idempotencyKey}
						words={t('waiting-list.accept')}
						about={days}
					/>
				)}
				<Step
					step="withdraw"
					entry={entry.ref}
					idempotencyKey={idempotencyKey}
					words={t('waiting-list.withdraw')}
					about={entry.person}
				/>
			</div>
		</Card>
	)
}

type StepProps = {
	step: 'accept' | 'withdraw'
	entry: string
	session?: string
	idempotencyKey: string
	words: string
	about: string
}

function Step({ step, entry, session, idempotencyKey, words, about }: StepProps) {
	return (
		<PostForm layout="plain">
			<IdempotencyKeyField value={idempotencyKey} />
			<HiddenFields values={{ step, entry, session }} />
			<SubmitButton variant={step === 'accept' ? 'primary' : 'secondary'} about={about}>
				{words}
			</SubmitButton>
		</PostForm>
	)
}
