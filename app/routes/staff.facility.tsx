import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { defineAction } from '#app/http/define-action.server.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { parsePlainForm } from '#app/http/form.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { safePath } from '#app/http/safe-redirect.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { chooseFacility } from '#app/services/identity/choose-facility.server.ts'
import { myFacilities } from '#app/services/identity/my-facilities.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PostForm } from '#app/ui/forms/post-form.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'rail.facility' }

/** `to`: the page to go on with there. */
const choice = z.object({ slug: z.string().max(100), to: z.string().optional() })

export const loader = defineLoader({ who: 'officer' }, async ({ ctx, session }) => {
	const facilities = await myFacilities(ctx)
	return { facilities: facilities.map(({ id, slug, name }) => ({ slug, name, here: id === session.facilityId })) }
})

export const action = defineAction({ who: 'officer' }, async ({ ctx, request, session }) => {
	const { slug, to } = await parsePlainForm(request, choice)
	await chooseFacility(ctx, { slug, token: session.token })
	return redirectTo(safePath(to, 'staff') ?? paths.staff.today())
})

export default function ChooseFacility() {
	const t = useT()
	const { facilities } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t(facilities.length > 1 ? 'facility.lead' : 'facility.only-one')}>
				{t('facility.title')}
			</PageTitle>
			<PostForm action={paths.staff.facility()}>
				<ul className="plain-list stack">
					{facilities.map(({ slug, name, here }) => (
						<li key={slug}>
							{here ? (
								<p>
									<strong>{name}</strong> <span className="subtle">{t('facility.current')}</span>
								</p>
							) : (
								<SubmitButton variant="secondary" name="slug" value={slug}>
									{name}
								</SubmitButton>
							)}
						</li>
					))}
				</ul>
			</PostForm>
		</>
	)
}
