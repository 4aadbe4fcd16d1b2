import { useActionData, useLoaderData } from '@remix-run/react'
import { endRestrictionForm } from '#app/forms/restrictions.ts'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { invalidForm, parseForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectWith } from '#app/http/respond.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { liftOrder } from '#app/services/restrictions/lift-order.server.ts'
import { kindOfRestriction, restrictionOf } from '#app/services/restrictions/list-restrictions.server.ts'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { BackLink } from '#app/ui/layout/back-link.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'
import { EndRestriction } from '#app/ui/restrictions/end-restriction.tsx'
import { describeKind } from '#app/ui/restrictions/restriction.view-model.ts'
import { RestrictionFacts } from '#app/ui/restrictions/restriction-facts.tsx'

export const handle: PageHandle = { title: 'restrictions.one' }

export const loader = defineLoader({ who: 'officer', permission: 'see-restrictions' }, async ({ ctx, params }) => ({
	restriction: await restrictionOf(ctx, params.ref ?? ''),
}))

export const action = defineAction(
	{ who: 'officer', permission: 'see-restrictions' },
	async ({ ctx, params, request, context }) => {
		const ref = params.ref ?? ''
		const submission = await parseForm(request, endRestrictionForm)
		if (submission.status !== 'success') return invalidForm(submission)
		const kind = await kindOfRestriction(ctx, ref)
		await liftOrder(ctx, { kind, order: { ref }, reason: submission.value.reason })
		throw redirectWith(context, paths.staff.restriction(ref), { kind: 'done', text: 'restrictions.ended' })
	},
)

/** One restriction, with all that is recorded of it. */
export default function Restriction() {
	const { restriction } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const t = useT()
	const errors = answer?.error?.reason ?? undefined
	return (
		<>
			<BackLink href={paths.staff.restrictions()} />
			<ErrorSummary form={{ id: 'end', allErrors: errors === undefined ? {} : { reason: errors } }} />
			<PageTitle>{describeKind(restriction, t)}</PageTitle>
			<RestrictionFacts restriction={restriction} />
			{restriction.actions.includes('end') && <EndRestriction kind={restriction.kind} errors={errors} />}
		</>
	)
}
