import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { importReport } from '#app/services/register/imports.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/display/notice.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { RegisterProblems } from '#app/ui/register/problems-table.tsx'

export const handle: PageHandle = { title: 'register.title' }

export const loader = defineLoader({ who: 'officer', permission: 'register-events' }, async ({ ctx, params }) => ({
	file: await importReport(ctx, ctx.actor.facilityId, params.ref ?? ''),
}))

/** How far a file is, and what came of it. It is seen anew by a link: nothing on the page moves by itself. */
export default function RegisterFilePage() {
	const { file } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const { ref, state, percent, receivedAt, refusedFor, refusedColumns, problems, bad } = file
	const counts = ['lines', 'added', 'changed', 'unchanged', 'bad'] as const
	return (
		<>
			<BackLink href={paths.staff.register()}>{t('register.back')}</BackLink>
			<PageTitle>{t('register.title')}</PageTitle>
			{refusedFor !== null && (
				<Notice kind="warning" title={t('register.state.refused')}>
					{t(`register.file.${refusedFor}`, { columns: refusedColumns.join(', ') })}
				</Notice>
			)}
			<SummaryList
				rows={[
					{ label: t('register.col.received'), value: formatDateTime(receivedAt, locale) },
					{ label: t('register.col.state'), value: t(`register.state.${state}`) },
					...counts.map((count) => ({ label: t(`register.col.${count}`), value: String(file[count]) })),
				]}
			/>
			{state === 'waiting' && (
				<>
					<p>{t('register.percent', { percent })}</p>
					<p>
						<ButtonLink href={paths.staff.registerImport(ref)}>{t('register.see-how-far')}</ButtonLink>
					</p>
				</>
			)}
			{state === 'done' && <RegisterProblems problems={problems} />}
			{bad > 0 && (
				<p>
					<ButtonLink href={paths.staff.registerReport(ref)} variant="secondary">
						{t('register.download')}
					</ButtonLink>
				</p>
			)}
		</>
	)
}
