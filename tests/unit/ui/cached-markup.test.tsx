import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '#app/i18n/locale.ts'
import { registry } from '#app/integrations/metrics.server.ts'
import { cachedMarkup } from '#app/server/fast-render.server.ts'
import { type CacheablePart, type MarkupCache, MarkupCacheProvider, useInnerMarkup } from '#app/ui/cached-markup.tsx'
import { DayList } from '#app/ui/calendar/day-list.tsx'
import { MonthCalendar } from '#app/ui/calendar/month-calendar.tsx'
import { render } from './render.tsx'

describe('a part that is rendered once', () => {
	const link = () => {
		let times = 0
		const part: CacheablePart<string> = {
			name: `link ${links++}`,
			keyOf: (words) => words,
			render: (words, address) => {
				times += 1
				return <a href={`${address}day=1`}>{words}</a>
			},
		}
		return { part, times: () => times }
	}

	it('is what React writes, whatever the words and the address have in them', () => {
		const { part } = link()
		for (const words of ['Velg', '<b>', '"&\'', '$&$1'])
			for (const address of ['/a?', '?a=1&b=2&', '/"><script>', "/'$&", '/æ', '']) {
				const as = { words, href: `${address}day=1` }
				expect(readBack(html(part, address, words)), `${words} ${address}`).toEqual(as)
				expect(readBack(html(part, address, words, null)), `${words} ${address}`).toEqual(as)
			}
	})

	it('is rendered anew for other words and not for another address', () => {
		const { part, times } = link()
		expect(html(part, '/a?', 'Velg')).toBe('<a href="/a?day=1">Velg</a>')
		expect(html(part, '/b?', 'Velg')).toBe('<a href="/b?day=1">Velg</a>')
		expect(times()).toBe(1)
		expect(html(part, '/b?', 'Hvorfor?')).toBe('<a href="/b?day=1">Hvorfor?</a>')
		expect(times()).toBe(2)
	})

	it('is rendered each time where nothing remembers it', () => {
		const { part, times } = link()
		for (const _ of [1, 2]) expect(html(part, '/a?', 'Velg', null)).toBe('<a href="/a?day=1">Velg</a>')
		expect(times()).toBe(2)
	})

	it('is forgotten when there are too many, and counted when it is rendered', async () => {
		const { part, times } = link()
		const all = Array.from({ length: 5_001 }, (_, index) => String(index))
		for (const words of [...all, '5000', '0']) html(part, '', words)
		expect(times()).toBe(5_002)
		const metrics = await registry.metrics()
		expect(metrics).toContain(`samvaer_markup_rendered_total{part="${part.name}"} 5002`)
	})

	it('stands in an element as it is, each with the same address', () => {
		const { part } = link()
		for (const cache of [cachedMarkup, null])
			expect(page(<Inside part={part} all={['a', 'b']} address="?" />, cache)).toBe(
				'<p><a href="?day=1">a</a><a href="?day=1">b</a></p>',
			)
	})
})

let links = 0

function Inside({ part, all, address }: { part: CacheablePart<string>; all: string[]; address: string }) {
	return <p {...useInnerMarkup()(part, all, address)} />
}

describe('the days of a calendar', () => {
	// All that a day may look like, each beside all others: none is taken for another, whichever was drawn first.
	const looks = locales.flatMap((locale) =>
		['2026-11-26', '2026-12-26'].flatMap((date) =>
			[null, 0, 1, 12].flatMap((count) =>
				['/times?for=PE1&with=VI1', '/change'].flatMap((here) =>
					[true, false].flatMap((chosen) =>
						[true, false].map((today) => ({ locale, date, count, here, chosen, today })),
					),
				),
			),
		),
	)
	const calendar = ({ locale, date, count, here, chosen, today }: (typeof looks)[number], cache: MarkupCache | null) =>
		page(
			<>
				<MonthCalendar
					days={[{ date, count }]}
					here={here}
					chosen={chosen ? date : undefined}
					today={today ? date : undefined}
				/>
				<DayList days={[{ date, count }]} here={here} chosen={chosen ? date : undefined} />
			</>,
			cache,
			locale,
		)

	it('say their own date, number, language and address, and are marked as they are', () => {
		for (const look of [...looks, ...[...looks].reverse()]) {
			const page = calendar(look, cachedMarkup)
			const { locale, date, count, here, chosen, today } = look
			const told = JSON.stringify(look)
			const isFree = count !== null && count > 0
			expect(page, told).toContain(inLanguage[locale][date === '2026-11-26' ? 0 : 1])
			expect(page.includes('data-today'), told).toBe(today)
			expect(page.includes('data-free'), told).toBe(isFree)
			expect(page.includes('<small'), told).toBe(isFree)
			if (isFree) expect(page, told).toContain(`<small aria-hidden="true">${count}<`)
			const href = `${here}${here.includes('?') ? '&' : '?'}day=${date}#times`
			expect(hrefs(page), told).toEqual(count === null ? [] : [href, href])
			expect(page.includes('aria-current="date"'), told).toBe(chosen && count !== null)
			expect(withoutMarks(page), told).toBe(withoutMarks(calendar(look, null)))
		}
	})
})

const inLanguage: Readonly<Record<Locale, [string, string]>> = {
	nb: ['torsdag 26. november', 'lørdag 26. desember'],
	nn: ['torsdag 26. november', 'laurdag 26. desember'],
	en: ['Thursday 26 November', 'Saturday 26 December'],
}

function hrefs(html: string): string[] {
	return [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => plain(href))
}

function page(node: ReactElement, cache: MarkupCache | null, locale?: Locale): string {
	return render(<MarkupCacheProvider value={cache}>{node}</MarkupCacheProvider>, locale)
}

function html(
	part: CacheablePart<string>,
	address: string,
	words: string,
	cache: MarkupCache | null = cachedMarkup,
): string {
	return page(<Inside part={part} all={[words]} address={address} />, cache).slice('<p>'.length, -'</p>'.length)
}

/** What React leaves between texts for its script. */
const withoutMarks = (html: string) => html.replaceAll('<!-- -->', '')

function readBack(html: string): { words: string; href: string } {
	const [, href = '', words = ''] = /^<a href="([^"<>]*)">([^<>]*)<\/a>$/.exec(html) ?? []
	return { words: plain(words), href: plain(href) }
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function plain(text: string): string {
	return text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/g, (whole, hex: string, code: string, name: string) =>
		name ? (names[name] ?? whole) : String.fromCharCode(Number.parseInt(code, hex ? 16 : 10)),
	)
}
