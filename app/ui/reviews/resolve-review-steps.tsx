import type { ReviewAction } from '#app/domain/reviews/available-actions.ts'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { HiddenFields } from '../forms/hidden-fields.tsx'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { Select } from '../forms/select.tsx'
import { TextField } from '../forms/text-field.tsx'
import { Section } from '../layout/section.tsx'

type Props = {
	/** What this officer may press: `availableReviewActions`. */
	actions: readonly ReviewAction[]
	/** Keeping it lifts a limit, which takes a reason. */
	needsReason: boolean
	otherTimes: readonly { ref: string; start: Date; setting: Setting }[]
	reasonErrors?: readonly string[] | undefined
}

const plain = (id: string, name: string, errors?: readonly string[]) => ({
	id,
	name,
	errorId: `${id}-error`,
	descriptionId: `${id}-hint`,
	errors,
})

/** The three ways to end a review: keep the visit, move it, or call it off. */
export function ResolveReviewSteps({ actions, needsReason, otherTimes, reasonErrors }: Props) {
	const t = useT()
	const locale = useLocale()
	// Whoever settles a review at all may call the visit off.
	if (!actions.includes('cancelled')) return null
	return (
		<Section title={t('reviews.resolve')}>
			{actions.includes('kept') ? (
				<PostForm>
					<HiddenFields values={{ step: 'kept' }} />
					{needsReason && (
						<TextField
							field={plain('keep-reason', 'reason', reasonErrors)}
							label={t('bookings.officer.override')}
							hint={t('bookings.officer.override-hint')}
						/>
					)}
					<FormActions>
						<SubmitButton>{t('reviews.keep')}</SubmitButton>
					</FormActions>
				</PostForm>
			) : (
				<p>{t('reviews.cannot-keep')}</p>
			)}
			{actions.includes('moved') && (
				<PostForm>
					<HiddenFields values={{ step: 'moved' }} />
					<Select
						field={plain('move-to', 'session')}
						label={t('reviews.move-to')}
						empty={t('common.choose')}
						options={otherTimes.map(({ ref, start, setting }) => ({
							value: ref,
							label: `${formatDateTime(start, locale)}, ${t(`timetable.setting.${setting}`)}`,
						}))}
					/>
					<FormActions>
						<SubmitButton variant="secondary">{t('reviews.move')}</SubmitButton>
					</FormActions>
				</PostForm>
			)}
			<PostForm>
				<HiddenFields values={{ step: 'cancelled' }} />
				<TextField
					field={plain('cancel-reason', 'reason', reasonErrors)}
					label={t('common.reason')}
					hint={t('bookings.officer.cancel.hint')}
					maxLength={500}
				/>
				<FormActions>
					<SubmitButton variant="danger">{t('bookings.officer.step.cancel')}</SubmitButton>
				</FormActions>
			</PostForm>
		</Section>
	)
}
