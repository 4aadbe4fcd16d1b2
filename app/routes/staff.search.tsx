import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { searchReasonIn } from '#app/domain/search/reasons.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { findPeople } from '#app/services/search/find-people.server.ts'
import { Pagination } from '#app/ui/display/pagination.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { FoundTable } from '#app/ui/search/found-table.tsx'
import { SearchForm } from '#app/ui/search/search-form.tsx'

export const handle: PageHandle = { title: 'search.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, url }) => {
	const typed = url.searchParams.get('q')
	const reason = searchReasonIn(url.searchParams.get('reason'))
	const page = Math.max(1, Math.floor(Number(url.searchParams.get('page') ?? 1)) || 1)
	const asked = { typed: typed ?? '', reason: reason ?? '', page, found: null, errors: {} }
	if (typed === null) return asked
	if (reason === null) return data({ ...asked, errors: { reason: 'search.error.reason' } }, { status: 400 })
	const found = await findPeople(ctx, { typed, reason, page })
	if (found.kind === 'booking') throw redirectTo(paths.staff.booking(found.ref))
	if (found.kind === 'not-asked') return data({ ...asked, errors: { q: `search.error.${found.why}` } }, { status: 400 })
	const { people, total, pages } = found
	return { ...asked, found: { people, total, pages } }
})

/** Whom the officer looks for, and who was found. */
export default function Search() {
	const { typed, reason, page, found, errors } = useLoaderData<typeof loader>()
	const t = useT()
	const fieldErrors: { q?: string | undefined; reason?: string | undefined } = errors
	const allErrors = Object.fromEntries(
		Object.entries(fieldErrors).map(([name, error]) => [name, error ? [error] : undefined]),
	)
	return (
		<>
			<ErrorSummary form={{ id: 'find', allErrors }} />
			<PageTitle lead={t('search.lead')}>{t('search.title')}</PageTitle>
			<SearchForm typed={typed} reason={reason} errors={fieldErrors} />
			{found && (
				<>
					<FoundTable people={found.people} total={found.total} reason={reason} />
					<Pagination
						page={page}
						pages={found.pages}
						href={(other) => paths.staff.search({ q: typed, reason, page: other })}
					/>
				</>
			)}
		</>
	)
}
