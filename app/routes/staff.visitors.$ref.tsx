import { useLoaderData } from '@remix-run/react'
import { hasPermission } from '#app/domain/access/permissions.ts'
import { rolesIn } from '#app/domain/access/roles.ts'
import { searchReasonIn } from '#app/domain/search/reasons.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { visitorRecord } from '#app/services/search/records.server.ts'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { OfficerReach } from '#app/ui/messages/officer-reach.tsx'
import { PersonRestrictions } from '#app/ui/restrictions/person-restrictions.tsx'
import { PermitTies, VisitsAhead } from '#app/ui/search/record-tables.tsx'
import { StatedPerson } from '#app/ui/visitors/stated-person.tsx'

export const handle: PageHandle = { title: 'search.kind.visitor' }

export const loader = defineLoader({ who: 'officer', permission: 'see-bookings' }, async ({ ctx, params, url }) => {
	const reason = searchReasonIn(url.searchParams.get('reason'))
	// Nobody's record is opened without saying what for.
	if (reason === null) throw redirectTo(paths.staff.search())
	const roles = rolesIn(ctx.actor.grants, ctx.actor.facilityId)
	return {
		reason,
		ref: params.ref ?? '',
		visitor: await visitorRecord(ctx, params.ref ?? '', reason),
		mayOpen: hasPermission(roles, 'see-restrictions'),
		mayAdd: hasPermission(roles, 'screen-applications'),
	}
})

export default function VisitorPage() {
	const { reason, ref, visitor, mayOpen, mayAdd } = useLoaderData<typeof loader>()
	const t = useT()
	return (
		<>
			<BackLink href={paths.staff.search({ reason })}>{t('search.back')}</BackLink>
			<PageTitle>{visitor.name}</PageTitle>
			<StatedPerson person={visitor.stated} />
			<PersonRestrictions
				person={{ kind: 'visitor', ref }}
				rows={visitor.restrictions}
				mayOpen={mayOpen}
				mayAdd={mayAdd}
			/>
			<OfficerReach mail={visitor.mail} />
			<VisitsAhead visits={visitor.visits} />
			<PermitTies permits={visitor.permits} of="prisoner" reason={reason} />
		</>
	)
}
