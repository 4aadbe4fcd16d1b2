import type { Setting } from '#app/domain/sessions/session.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { Card } from '../display/card.tsx'
import { FormKey, HiddenFields } from '../forms/hidden-fields.tsx'
import { PostForm } from '../forms/post-form.tsx'

type Props = {
	wish: {
		ref: string
		person: string
		/** Local dates; both count. */
		from: string
		to: string
		/** The place that is kept for it now. */
		offer: { session: string; start: Date; end: Date; setting: Setting; until: Date } | null
	}
	formKey: string
}

/** A wish on the waiting list: what is on offer to it, and the ways to take that or to leave the list. */
export function WishCard({ wish, formKey }: Props) {
	const t = useT()
	const locale = useLocale()
	const { offer } = wish
	const days = t('wishes.days', { from: formatDate(wish.from, locale), to: formatDate(wish.to, locale) })
	return (
		<Card title={wish.person} emphasis={offer !== null}>
			<p>{days}</p>
			{offer && (
				<>
					<p>
						{t('wishes.offer', {
							time: formatDateTime(offer.start, locale),
							setting: t(`sessions.setting.${offer.setting}`),
						})}
					</p>
					<p>{t('wishes.offer-until', { until: formatDateTime(offer.until, locale) })}</p>
				</>
			)}
			<div className="cluster">
				{offer && (
					<Step
						step="accept"
						wish={wish.ref}
						session={offer.session}
						formKey={formKey}
						words={t('wishes.accept')}
						about={days}
					/>
				)}
				<Step step="withdraw" wish={wish.ref} formKey={formKey} words={t('wishes.withdraw')} about={wish.person} />
			</div>
		</Card>
	)
}

type StepProps = {
	step: 'accept' | 'withdraw'
	wish: string
	session?: string
	formKey: string
	words: string
	about: string
}

function Step({ step, wish, session, formKey, words, about }: StepProps) {
	return (
		<PostForm layout="plain">
			<FormKey value={formKey} />
			<HiddenFields values={{ step, wish, session }} />
			<SubmitButton variant={step === 'accept' ? 'primary' : 'secondary'} about={about}>
				{words}
			</SubmitButton>
		</PostForm>
	)
}
