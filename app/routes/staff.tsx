import { Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { searchReasonIn } from '#app/domain/search/reasons.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { takeFlash } from '#app/http/flash.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { useRequestInfo } from '#app/http/request-info.tsx'
import { usePath } from '#app/http/use-page.ts'
import { useProblem } from '#app/http/use-problem.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { myFacilities } from '#app/services/identity/my-facilities.server.ts'
import { waitingCounts } from '#app/services/waiting-counts.server.ts'
import { Notice } from '#app/ui/display/notice.tsx'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { FormMismatchActions } from '#app/ui/layout/form-mismatch-actions.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'
import { railOf } from '#app/ui/layout/staff-rail-of.ts'
import { StaffShell } from '#app/ui/layout/staff-shell.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { area: 'staff' }

export const loader = defineLoader({ who: 'officer' }, async ({ ctx, session, context, request, locale, t }) => {
	const facilities = await myFacilities(ctx)
	const facility = facilities.find(({ id }) => id === session.facilityId)?.name ?? ''
	return {
		officer: { name: session.name, roles: session.roles },
		facility,
		onPaper: t('common.on-paper', { facility, time: formatDateTime(ctx.now, locale, { year: true }) }),
		severalFacilities: facilities.length > 1,
		counts: await waitingCounts(ctx),
		flash: takeFlash(context, request),
	}
})

/** What stands in the search box: on the pages of a search its reason goes along, on the search page also what was typed. */
function searchedOn(path: string) {
	const [here, search] = path.split('?')
	const asked = new URLSearchParams(search)
	return {
		query: here === paths.staff.search() ? (asked.get('q') ?? undefined) : undefined,
		reason: searchReasonIn(asked.get('reason')) ?? undefined,
	}
}

/** The officers' frame; a quiet page where nothing is known of the officer. */
function Frame({ children }: { children: ReactNode }) {
	const t = useT()
	const path = usePath()
	const { stashed } = useRequestInfo()
	const known = useRouteLoaderData<typeof loader>('routes/staff')
	if (!known) return <FamilyShell path={path}>{children}</FamilyShell>
	const { officer, facility, onPaper, severalFacilities, counts, flash } = known
	return (
		<StaffShell
			path={path}
			facility={facility}
			onPaper={onPaper}
			officer={{ name: officer.name, role: officer.roles.map((role) => t(`role.${role}`)).join(', ') }}
			search={
				hasPermission(officer.roles, 'see-bookings') ? { label: t('rail.search'), ...searchedOn(path) } : undefined
			}
			sections={railOf({ t, path, roles: officer.roles, counts, severalFacilities })}
		>
			{flash && (
				<Notice kind={flash.kind === 'done' ? 'done' : 'info'} news>
					{t(flash.text)}
				</Notice>
			)}
			{stashed && <Notice news>{t('form-mismatch.kept')}</Notice>}
			{children}
		</StaffShell>
	)
}

export default function Staff() {
	return (
		<Frame>
			<Outlet />
		</Frame>
	)
}

export function ErrorBoundary() {
	const t = useT()
	const path = usePath()
	const { formMismatch } = useRequestInfo()
	return (
		<Frame>
			<ProblemPage {...useProblem()}>
				{formMismatch ? (
					<FormMismatchActions mismatch={formMismatch} path={path} audience="staff" />
				) : (
					<p>
						<TextLink href={paths.staff.today()}>{t('common.to-front-page')}</TextLink>
					</p>
				)}
			</ProblemPage>
		</Frame>
	)
}
