import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { recordedKinds } from '#app/domain/restrictions/kinds.ts'
import { findPersonForm, restrictionFilterIn } from '#app/forms/restrictions.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { findRestricted } from '#app/services/restrictions/find-restricted.server.ts'
import { listRestrictions } from '#app/services/restrictions/list-restrictions.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Pagination } from '#app/ui/display/pagination.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { PersonFinder } from '#app/ui/restrictions/person-finder.tsx'
import { RestrictionFilter } from '#app/ui/restrictions/restriction-filter.tsx'
import { RestrictionTable } from '#app/ui/restrictions/restriction-table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'restrictions.title' }

export const loader = defineLoader({ who: 'officer', permission: 'see-restrictions' }, async ({ ctx, url }) => {
	const filter = restrictionFilterIn(url)
	const mayAdd = hasPermission(rolesIn(ctx.actor.grants, ctx.actor.facilityId), 'screen-applications')
	return { filter, mayAdd, ...(await listRestrictions(ctx, filter)) }
})

export const action = defineAction({ who: 'officer', permission: 'see-restrictions' }, async ({ ctx, request }) => {
	const submission = await parseForm(request, findPersonForm)
	const typed = String(submission.payload.q ?? '')
	if (submission.status !== 'success')
		return data({ typed, error: submission.error?.q?.[0] ?? 'search.error.nothing', found: null }, { status: 400 })
	const outcome = await findRestricted(ctx, typed)
	if ('error' in outcome) return data({ typed, error: outcome.error, found: null }, { status: 400 })
	const found = outcome.people.map((person) => ({
		...person,
		href: paths.staff.restrictions({ [person.kind]: person.ref, state: 'all' }),
	}))
	const [only] = found
	if (only && found.length === 1) throw redirectTo(only.href)
	return { typed, error: null, found }
})

/** What restricts contact here: who and what, in force or over. */
export default function Restrictions() {
	const { filter, mayAdd, rows, total, pages, kinds, person } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const error = answer?.error ?? null
	return (
		<>
			<ErrorSummary form={{ id: 'find', allErrors: error === null ? {} : { q: [error] } }} />
			<PageTitle lead={t('restrictions.lead')}>{t('restrictions.title')}</PageTitle>
			{mayAdd && (
				<p className="cluster">
					{recordedKinds.map((kind) => (
						<ButtonLink
							key={kind}
							variant="secondary"
							href={paths.staff.newRestriction({ kind, ...(person ? { [person.kind]: person.ref } : {}) })}
						>
							{t(`restrictions.new.${kind}`)}
						</ButtonLink>
					))}
				</p>
			)}
			<PersonFinder
				label={t('restrictions.find')}
				typed={answer?.typed ?? ''}
				error={error}
				found={answer?.found ?? null}
			/>
			{person && (
				<p>
					{t('restrictions.only', { name: person.name })}{' '}
					<TextLink href={paths.staff.restrictions()}>{t('restrictions.everyone')}</TextLink>
				</p>
			)}
			<RestrictionFilter
				kinds={kinds}
				kind={filter.kind}
				state={filter.state}
				prisoner={filter.prisoner}
				visitor={filter.visitor}
			/>
			<RestrictionTable rows={rows} caption={t('restrictions.caption', { total })} mayOpen />
			<Pagination page={filter.page} pages={pages} href={(page) => paths.staff.restrictions({ ...filter, page })} />
		</>
	)
}
