import { Outlet } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useRequestInfo } from '#app/http/request-info.tsx'
import { usePage, usePath } from '#app/http/use-page.ts'
import { useProblem } from '#app/http/use-problem.ts'
import { htmlLang } from '#app/i18n/locale.ts'
import { I18nProvider, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import familyStyles from '#app/styles/family.css?url'
import staffStyles from '#app/styles/staff.css?url'
import comforts from '#app/ui/enhance.js?url'
import { FormContextProvider } from '#app/ui/forms/form-context.tsx'
import { PageAddressProvider } from '#app/ui/forms/page-address.tsx'
import { StashedFieldsProvider } from '#app/ui/forms/stashed-fields.tsx'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { ProblemPage } from '#app/ui/layout/problem-page.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

const styles = { family: familyStyles, staff: staffStyles } as const

/** The document around every page. No framework script: a page is plain HTML and forms, with a little comfort on top. */
export function Layout({ children }: { children: ReactNode }) {
	const { locale } = useRequestInfo()
	return (
		<I18nProvider locale={locale}>
			<Document>{children}</Document>
		</I18nProvider>
	)
}

function Document({ children }: { children: ReactNode }) {
	const { locale, nonce, formContext, stashed } = useRequestInfo()
	const { title, room, onPaper } = usePage()
	return (
		<html lang={htmlLang[locale]} data-on-paper={onPaper}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="format-detection" content="telephone=no" />
				<title>{title}</title>
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
				<link rel="stylesheet" href={styles[room]} />
				<script src={comforts} nonce={nonce} defer />
			</head>
			<body>
				<FormContextProvider value={formContext}>
					<StashedFieldsProvider value={stashed}>
						<PageAddressProvider value={usePath()}>{children}</PageAddressProvider>
					</StashedFieldsProvider>
				</FormContextProvider>
			</body>
		</html>
	)
}

export default function Root() {
	return <Outlet />
}

/** What no frame has caught. */
export function ErrorBoundary() {
	const t = useT()
	return (
		<FamilyShell path={usePath()}>
			<ProblemPage {...useProblem()}>
				<p>
					<TextLink href={paths.home()}>{t('common.to-front-page')}</TextLink>
				</p>
			</ProblemPage>
		</FamilyShell>
	)
}
