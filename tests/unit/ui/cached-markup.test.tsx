import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '#app/i18n/locale.ts'
import { type CachedMarkup, cachedMarkup, innerHtml } from '#app/ui/cached-markup.tsx'
import { DayList } from '#app/ui/calendar/day-list.tsx'
import { MonthCalendar } from '#app/ui/calendar/month-calendar.tsx'
import { render } from './render.tsx'

describe('a part that is drawn once', () => {
	const link = (atMost?: number) => {
		let times = 0
		const drawn = cachedMarkup<string>(
			(words) => words,
			(words, address) => {
				times += 1
				return <a href={`${address}day=1`}>{words}</a>
			},
			atMost,
		)
		return { drawn, times: () => times }
	}

	it('is what React writes, whatever the words and the address have in them', () => {
		const { drawn } = link()
		for (const words of ['Velg', '<b>', '"&\'', '$&$1'])
			for (const address of ['/a?', '?a=1&b=2&', '/"><script>', "/'$&", '/æ', ''])
				expect(readBack(html(address, drawn(words))), `${words} ${address}`).toEqual({ words, href: `${address}day=1` })
	})

	it('is drawn anew for other words and not for another address', () => {
		const { drawn, times } = link()
		expect(html('/a?', drawn('Velg'))).toBe('<a href="/a?day=1">Velg</a>')
		expect(html('/b?', drawn('Velg'))).toBe('<a href="/b?day=1">Velg</a>')
		expect(times()).toBe(1)
		expect(html('/b?', drawn('Hvorfor?'))).toBe('<a href="/b?day=1">Hvorfor?</a>')
		expect(times()).toBe(2)
	})

	it('is forgotten when there are too many', () => {
		const { drawn, times } = link(2)
		for (const words of ['a', 'b', 'c', 'a']) drawn(words)
		expect(times()).toBe(4)
	})

	it('stands in an element as it is, each with the same address', () => {
		const { drawn } = link()
		expect(render(<p {...innerHtml([drawn('a'), drawn('b')], '?')} />)).toBe(
			'<p><a href="?day=1">a</a><a href="?day=1">b</a></p>',
		)
	})
})

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
	const calendar = ({ locale, date, count, here, chosen, today }: (typeof looks)[number]) =>
		render(
			<>
				<MonthCalendar
					days={[{ date, count }]}
					here={here}
					chosen={chosen ? date : undefined}
					today={today ? date : undefined}
				/>
				<DayList days={[{ date, count }]} here={here} chosen={chosen ? date : undefined} />
			</>,
			locale,
		)

	it('say their own date, number, language and address, and are marked as they are', () => {
		for (const look of [...looks, ...[...looks].reverse()]) {
			const page = calendar(look)
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

function html(address: string, drawn: CachedMarkup): string {
	return innerHtml([drawn], address).dangerouslySetInnerHTML.__html
}

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
