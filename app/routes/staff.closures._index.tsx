import { useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { liftClosureForm } from '#app/forms/timetable.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { formatDate, formatDateTime, formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { closuresAhead } from '#app/services/timetable/closures.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/display/data-table.tsx'
import { EmptyState } from '#app/ui/display/empty-state.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { PostForm } from '#app/ui/forms/post-form.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'closures.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx }) => ({
	rows: await closuresAhead(ctx, ctx.actor.facilityId),
	mayClose: hasPermission(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'handle-bookings'),
}))

export const action = defineAction(
	{ who: 'officer', permission: 'handle-bookings' },
	async ({ ctx, request, context }) => {
		const { closure } = await parsePlainForm(request, liftClosureForm)
		await liftOrder(ctx, { kind: 'closure', order: { ref: closure } })
		throw redirectWith(context, paths.staff.closures(), { kind: 'done', text: 'closures.lifted' })
	},
)

/** What is closed from today on, and the way to close more. */
export default function Closures() {
	const { rows, mayClose } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const whatOf = (row: (typeof rows)[number]) =>
		row.session
			? `${formatDateTime(row.session.startsAt, locale)}, ${t(`timetable.setting.${row.session.setting}`)}`
			: (row.room ?? (row.unit === null ? t('closures.what.facility') : t('closures.unit', { unit: row.unit })))
	const whenOf = ({ firstDate, lastDate }: (typeof rows)[number]) => {
		if (firstDate === null || lastDate === null) return ''
		return firstDate === lastDate
			? formatDate(firstDate, locale)
			: `${formatDate(firstDate, locale)} – ${formatDate(lastDate, locale)}`
	}
	return (
		<>
			<PageTitle lead={t('closures.lead')}>{t('closures.title')}</PageTitle>
			{mayClose && (
				<p>
					<ButtonLink href={paths.staff.newClosure()}>{t('closures.new.title')}</ButtonLink>
				</p>
			)}
			<DataTable
				caption={t('closures.caption')}
				rows={rows}
				rowKey={(row) => row.ref}
				empty={<EmptyState title={t('closures.none')} />}
				columns={[
					{ key: 'what', header: t('closures.col.what'), rowHeader: true, cell: whatOf },
					{ key: 'when', header: t('closures.col.when'), cell: whenOf },
					{ key: 'reason', header: t('common.reason'), cell: (row) => row.reason },
					{
						key: 'by',
						header: t('closures.col.by'),
						cell: (row) => [row.createdBy, formatShortDate(row.createdAt, locale)].filter(Boolean).join(', '),
					},
					...(mayClose
						? [
								{
									key: 'lift',
									header: t('closures.col.lift'),
									cell: (row: (typeof rows)[number]) => (
										<PostForm layout="plain">
											<HiddenFields values={{ closure: row.ref }} />
											<SubmitButton variant="secondary" about={`${whatOf(row)} ${whenOf(row)}`}>
												{t('closures.lift')}
											</SubmitButton>
										</PostForm>
									),
								},
							]
						: []),
				]}
			/>
		</>
	)
}
