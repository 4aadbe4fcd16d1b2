import { Outlet, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { takeFlash } from '#app/http/flash.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { useRequestInfo } from '#app/http/request-info.tsx'
import { usePath } from '#app/http/use-page.ts'
import { useProblem } from '#app/http/use-problem.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/display/notice.tsx'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { FormMismatchActions } from '#app/ui/layout/form-mismatch-actions.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { area: 'family' }

export const loader = defineLoader({ who: 'public', glance: true }, async ({ session, context, request }) => ({
	person: session ? { name: session.name } : null,
	flash: takeFlash(context, request),
}))

/** The frame around every page of the family's. */
function Frame({ children }: { children: ReactNode }) {
	const t = useT()
	// Where this very loader has failed, nothing is known of the person.
	const known = useRouteLoaderData<typeof loader>('routes/_family')
	const { stashed } = useRequestInfo()
	const flash = known?.flash
	return (
		<FamilyShell path={usePath()} person={known?.person ?? undefined}>
			{flash && (
				<Notice kind={flash.kind === 'done' ? 'done' : 'info'} news>
					{t(flash.text)}
				</Notice>
			)}
			{stashed && <Notice news>{t('form-mismatch.kept')}</Notice>}
			{children}
		</FamilyShell>
	)
}

export default function Family() {
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
					<FormMismatchActions mismatch={formMismatch} path={path} audience="family" />
				) : (
					<p>
						<TextLink href={paths.home()}>{t('common.to-front-page')}</TextLink>
					</p>
				)}
			</ProblemPage>
		</Frame>
	)
}
