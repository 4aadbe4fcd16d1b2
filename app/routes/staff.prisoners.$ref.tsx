import { useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { searchReasonIn } from '#app/domain/search/reasons.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { formatShortDate } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { prisonerRecord } from '#app/services/search/records.server.ts'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { PersonRestrictions } from '#app/ui/restrictions/person-restrictions.tsx'
import { PermitTies, VisitsAhead } from '#app/ui/search/record-tables.tsx'

export const handle: PageHandle = { title: 'search.kind.prisoner' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, params, url }) => {
	const reason = searchReasonIn(url.searchParams.get('reason'))
	// Nobody's record is opened without saying what for.
	if (reason === null) throw redirectTo(paths.staff.search())
	const roles = rolesIn(ctx.actor.grants, ctx.actor.facilityId)
	return {
		reason,
		ref: params.ref ?? '',
		prisoner: await prisonerRecord(ctx, params.ref ?? '', reason),
		mayOpen: hasPermission(roles, 'see-restrictions'),
		mayAdd: hasPermission(roles, 'screen-applications'),
	}
})

export default function PrisonerPage() {
	const { reason, ref, prisoner, mayOpen, mayAdd } = useLoaderData<typeof loader>()
	const t = useT()
	const locale = useLocale()
	const { name, number, born, unit, securityLevel, legalStatus, custody, language, permits, visits } = prisoner
	return (
		<>
			<BackLink href={paths.staff.search({ reason })}>{t('search.back')}</BackLink>
			<PageTitle>{name}</PageTitle>
			<SummaryList
				rows={[
					{ label: t('search.col.number'), value: number },
					{ label: t('search.col.born'), value: formatShortDate(born, locale) },
					{ label: t('search.col.unit'), value: unit },
					{ label: t('search.level'), value: t(`search.level.${securityLevel}`) },
					{ label: t('search.status'), value: t(`search.status.${legalStatus}`) },
					{ label: t('search.col.custody'), value: t(`search.custody.${custody}`) },
					...(language === null ? [] : [{ label: t('search.language'), value: language }]),
				]}
			/>
			<PersonRestrictions
				person={{ kind: 'prisoner', ref }}
				rows={prisoner.restrictions}
				mayOpen={mayOpen}
				mayAdd={mayAdd}
			/>
			<VisitsAhead visits={visits} />
			<PermitTies permits={permits} of="visitor" reason={reason} />
		</>
	)
}
