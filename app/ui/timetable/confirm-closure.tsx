import type { ClosurePlan } from '#app/forms/timetable.ts'
import { formatDate, formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { SubmitButton } from '../button.tsx'
import { SummaryList } from '../display/summary-list.tsx'
import type { FormField } from '../forms/form-field.ts'
import { FormActions, PostForm } from '../forms/post-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { type AffectedBooking, AffectedBookings } from './affected-bookings.tsx'
import type { ClosablePlaces } from './closure-plan-form.tsx'

type Props = {
	plan: ClosurePlan
	places: ClosablePlaces
	session: { start: Date; end: Date } | null
	touched: readonly AffectedBooking[]
	id: string
	reason: FormField
}

/** What will be closed and whom it touches; then the reason, and it is done. */
export function ConfirmClosure({ plan, places, session, touched, id, reason }: Props) {
	const t = useT()
	const locale = useLocale()
	const unit = places.units.find(({ code }) => code === plan.unit)?.name
	const room = places.rooms.find(({ ref }) => ref === plan.room)?.name
	const what = session
		? formatDateTime(session.start, locale)
		: ((plan.what === 'unit' ? unit : plan.what === 'room' ? room : null) ?? t('closures.what.facility'))
	const to = plan.to ?? plan.from
	return (
		<>
			<SummaryList
				rows={[
					{ label: t('closures.col.what'), value: what },
					...(plan.from === undefined || session
						? []
						: [
								{
									label: t('closures.col.when'),
									value:
										to === undefined || to === plan.from
											? formatDate(plan.from, locale)
											: `${formatDate(plan.from, locale)} – ${formatDate(to, locale)}`,
								},
							]),
				]}
			/>
			<AffectedBookings visits={touched} />
			{touched.length > 0 && <p>{t('closures.what-happens')}</p>}
			<PostForm id={id}>
				<TextField field={reason} label={t('common.reason')} hint={t('closures.reason-hint')} maxLength={500} />
				<FormActions>
					<SubmitButton variant="danger">{t('closures.confirm')}</SubmitButton>
				</FormActions>
			</PostForm>
		</>
	)
}
