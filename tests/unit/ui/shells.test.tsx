import { describe, expect, it } from 'vitest'
import { FamilyShell } from '#app/ui/layout/family-shell.tsx'
import { StaffShell } from '#app/ui/layout/staff-shell.tsx'
import { render, words } from './render.tsx'

const family = render(
	<FamilyShell path="/visits?x=1" person={{ name: 'Kari' }}>
		<h1>Besøk</h1>
	</FamilyShell>,
)
const staff = render(
	<StaffShell
		path="/staff"
		facility="Fjordvik fengsel"
		onPaper="Fjordvik fengsel · slik det var kl. 08.00"
		officer={{ name: 'Ingrid', role: 'Besøksbetjent' }}
		sections={[
			{
				title: 'Venter',
				links: [
					{ label: 'Søknader', href: '/a', count: 2, current: true },
					{ label: 'Rom', href: '/b', count: 0 },
				],
			},
		]}
		search={{ label: 'Søk' }}
	>
		<h1>I dag</h1>
	</StaffShell>,
)

describe.each([
	['family', family],
	['staff', staff],
])('the frame of the %s pages', (_, html) => {
	it('lets the keyboard skip to the content', () => {
		expect(html).toContain('href="#main"')
		expect(html).toMatch(/<main id="main"[^>]*tabindex="-1"/)
	})

	it('needs no style attribute and no script', () => {
		expect(html).not.toMatch(/ style=|<script| on[a-z]+=/)
	})

	it('signs out and changes language by forms', () => {
		expect(html).toMatch(/<form method="post" action="[^"]*\/sign-out"/)
		expect(html).toMatch(/<form [^>]*method="post" action="\/language"/)
		expect(html).toContain('lang="nn-NO"')
	})
})

describe('the family’s frame', () => {
	it('comes back to the same page after a change of language', () => {
		expect(family).toContain('name="to" value="/visits?x=1"')
	})

	it('shows no sign-out to whoever is not signed in', () => {
		expect(render(<FamilyShell path="/">x</FamilyShell>)).not.toContain('sign-out')
	})
})

describe('the officers’ frame', () => {
	it('says how many wait, and nothing where none do', () => {
		expect(words(staff)).toContain('Søknader 2 venter')
		expect(words(staff)).not.toContain('0 venter')
	})

	it('marks where one is', () => {
		expect(staff.match(/aria-current="page"/g)).toHaveLength(1)
	})
})
