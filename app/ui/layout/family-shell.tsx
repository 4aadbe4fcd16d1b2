import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SignOutForm } from './sign-out-form.tsx'

type Props = {
	/** The page's own address, to come back to after a change of language. */
	path: string
	/** Whoever is signed in. */
	person?: { name: string } | undefined
	children: ReactNode
}

/** Header, one quiet column, footer: around every page of the family's. */
export function FamilyShell({ path, person, children }: Props) {
	const t = useT()
	return (
		<div className="family">
			<a className="ds-skip-link" href="#main">
				{t('common.skip-to-content')}
			</a>
			<header className="family-bar">
				<div>
					<Brand href={paths.home()} name={t('common.service-name')} />
					<LanguageSwitch path={path} />
				</div>
				{person !== undefined && (
					<div className="family-person">
						<span className="subtle">{t('common.signed-in-as', { name: person.name })}</span>
						<SignOutForm action={paths.signOut()} />
					</div>
				)}
			</header>
			<main id="main" className="family-main" tabIndex={-1}>
				{children}
			</main>
			<footer className="family-foot">
				<nav aria-label={t('common.about-service')}>
					<ul>
						<li>
							<a className="ds-link" href={paths.help()}>
								{t('common.help')}
							</a>
						</li>
						<li>
							<a className="ds-link" href={paths.accessibility()}>
								{t('common.accessibility')}
							</a>
						</li>
						<li>
							<a className="ds-link" href={paths.privacy()}>
								{t('common.privacy')}
							</a>
						</li>
					</ul>
				</nav>
			</footer>
		</div>
	)
}
