import { useLoaderData } from '@remix-run/react'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const loader = defineLoader({ who: 'public' }, async ({ session }) => ({ signedIn: session !== null }))

export default function Home() {
	const t = useT()
	const { signedIn } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('sign-in.lead')}>{t('common.service-name')}</PageTitle>
			{signedIn ? (
				<ButtonLink href={paths.me()}>{t('me.title')}</ButtonLink>
			) : (
				<ButtonLink href={paths.signIn()}>{t('common.sign-in')}</ButtonLink>
			)}
		</>
	)
}
