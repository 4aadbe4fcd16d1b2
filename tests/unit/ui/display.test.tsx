import { describe, expect, it } from 'vitest'
import { DataTable } from '#app/ui/display/data-table.tsx'
import { Pagination } from '#app/ui/display/pagination.tsx'
import { RefusalList } from '#app/ui/display/refusal-list.tsx'
import { StatusTag } from '#app/ui/display/status-tag.tsx'
import { SummaryList } from '#app/ui/display/summary-list.tsx'
import { shapes } from '#app/ui/icons.tsx'
import { Screen } from '#app/ui/illustrations/screen.tsx'
import { render, words } from './render.tsx'

describe('a status', () => {
	it.each(shapes)('is a word beside the shape %s', (shape) => {
		const html = render(<StatusTag shape={shape}>Bekreftet</StatusTag>)
		expect(words(html)).toBe('Bekreftet')
		expect(html).toContain('<svg')
	})

	it('has a shape of its own for every state', () => {
		const drawn = shapes.map((shape) => /<svg.*<\/svg>/s.exec(render(<StatusTag shape={shape}>x</StatusTag>))?.[0])
		expect(new Set(drawn).size).toBe(shapes.length)
	})
})

describe('a summary list', () => {
	it('says what each change link changes', () => {
		const html = render(<SummaryList rows={[{ label: 'Tid', value: 'kl. 12.00', changeHref: '/x' }]} />)
		expect(words(html)).toBe('Tid kl. 12.00 Endre: Tid')
	})
})

describe('a list of refusals', () => {
	it('takes the focus, and says what stands against it, what would help and whom to call', () => {
		const html = render(
			<RefusalList title="Ikke nå" items={[{ text: 'Fullt.', next: 'Velg en annen dag.' }]} contact="Ring oss." />,
		)
		expect(html).toMatch(/tabindex="-1"[^>]*autofocus=""/)
		expect(words(html)).toBe('Ikke nå Fullt. Velg en annen dag. Ring oss.')
	})
})

describe('a table', () => {
	const columns = [
		{
			key: 'name',
			header: 'Navn',
			rowHeader: true,
			cell: (row: { name: string }) => row.name,
			sort: { href: '?sort=name', direction: 'ascending' as const },
		},
		{ key: 'count', header: 'Antall', align: 'end' as const, cell: () => 3 },
	]

	it('names its rows and says how they are sorted', () => {
		const html = render(
			<DataTable caption="Folk" columns={columns} rows={[{ name: 'Kari' }]} rowKey={(row) => row.name} />,
		)
		expect(html).toContain('<th scope="row">Kari</th>')
		expect(html).toContain('aria-sort="ascending"')
		expect(words(html)).toContain('Sorter etter Navn')
	})

	it('gives way to what an empty page says', () => {
		expect(
			render(<DataTable caption="Folk" columns={columns} rows={[]} rowKey={(row) => row.name} empty="Ingen her." />),
		).toBe('Ingen her.')
	})
})

describe('pages', () => {
	it('lead to the one before and the one after', () => {
		const html = render(<Pagination page={2} pages={3} href={(page) => `?page=${page}`} />)
		expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['?page=1', '?page=3'])
		expect(render(<Pagination page={1} pages={1} href={String} />)).toBe('')
	})
})

describe('a drawing', () => {
	it('is hidden from screen readers unless it is given a title', () => {
		expect(render(<Screen />)).toContain('aria-hidden="true"')
		expect(render(<Screen title="Skjerm" />)).toContain('role="img" aria-label="Skjerm"')
	})
})
