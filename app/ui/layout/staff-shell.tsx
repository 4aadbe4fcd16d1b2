import type { ReactNode } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SignOutForm } from './sign-out-form.tsx'
import { type RailSection, StaffRailSection } from './staff-rail.tsx'
import { StaffSearch, type StaffSearchProps } from './staff-search.tsx'

type Props = {
	path: string
	facility: string
	/** Which prison and when, for paper. */
	onPaper: string
	officer: { name: string; role: string }
	sections: readonly RailSection[]
	/** Left out where there is nothing to search. */
	search?: StaffSearchProps | undefined
	children: ReactNode
}

/** The officers' frame: a rail with what waits, a search, who is signed in and where, and the full width for work. */
export function StaffShell({ path, facility, onPaper, officer, sections, search, children }: Props) {
	const t = useT()
	return (
		<div className="staff">
			<div className="rail">
				<a className="ds-skip-link" href="#main">
					{t('common.skip-to-content')}
				</a>
				<nav className="rail-inner" aria-label={t('common.main-menu')}>
					<Brand href={paths.staff.today()} name={t('common.service-name')} />
					{sections.map((section) => (
						<StaffRailSection
							key={section.title}
							section={section}
							countLabel={(count) => t('common.waiting-count', { count })}
						/>
					))}
				</nav>
				<LanguageSwitch path={path} />
			</div>
			<header className="staff-top">
				{search && <StaffSearch {...search} />}
				<div className="cluster small">
					<strong>{facility}</strong>
					<span>
						{officer.name}, <span className="subtle">{officer.role}</span>
					</span>
					<SignOutForm action={paths.staff.signOut()} />
				</div>
			</header>
			<main id="main" className="staff-main" tabIndex={-1}>
				<p className="print-only small">{onPaper}</p>
				{children}
			</main>
		</div>
	)
}
