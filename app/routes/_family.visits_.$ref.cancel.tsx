import { useLoaderData } from '@remix-run/react'
import { cancelForm } from '#app/forms/bookings.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo, redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { cancelBooking } from '#app/services/bookings/cancel.server.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { BookingFactsList } from '#app/ui/bookings/booking-facts.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { FormActions, PostForm } from '#app/ui/forms/post-form.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'bookings.cancel.title' }

export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params }) => {
	const { visit, actions } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('cancel')) throw redirectTo(paths.visit(visit.ref))
	return { visit }
})

export const action = defineAction({ who: 'visitor' }, async ({ ctx, params, request, context }) => {
	const ref = params.ref ?? ''
	const { version } = await parsePlainForm(request, cancelForm)
	await cancelBooking(ctx, { booking: { ref }, version })
	throw redirectWith(context, paths.visit(ref), { kind: 'done', text: 'bookings.cancel.done' })
})

export default function CancelVisit() {
	const { visit } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.visit(visit.ref)} />
			<PageTitle lead={t('bookings.cancel.lead')}>{t('bookings.cancel.title')}</PageTitle>
			<BookingFactsList visit={visit} />
			<PostForm>
				<HiddenFields values={{ version: visit.version }} />
				<FormActions>
					<SubmitButton variant="danger">{t('bookings.cancel.confirm')}</SubmitButton>
					<TextLink href={paths.visit(visit.ref)}>{t('bookings.cancel.keep')}</TextLink>
				</FormActions>
			</PostForm>
		</>
	)
}
