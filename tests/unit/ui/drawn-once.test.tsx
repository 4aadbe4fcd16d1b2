import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '#app/i18n/locale.ts'
import { DayList } from '#app/ui/calendar/day-list.tsx'
import { MonthCalendar } from '#app/ui/calendar/month-calendar.tsx'
import { type Drawn, drawnOnce, inside } from '#app/ui/drawn-once.tsx'
import { render } from './render.tsx'

describe('a part that is drawn once', () => {
	const link = (atMost?: number) => {
		let times = 0
		const drawn = drawnOnce<string>(
			(words) => words,
			(words, href) => {
				times += 1
				return <a href={href}>{words}</a>
			},
			atMost,
		)
		return { drawn, times: () => times }
	}

	it('is what React writes, whatever the words and the address have in them', () => {
		const { drawn } = link()
		for (const words of ['Velg', '<b>', '"&\'', '$&$1'])
			for (const href of ['/a', '?a=1&b=2', '/"><script>', "/'$&", '/æ', ''])
				expect(readBack(html(drawn(words, href))), `${words} ${href}`).toEqual({ words, href })
	})

	it('is drawn anew for other words and not for another address', () => {
		const { drawn, times } = link()
		expect(html(drawn('Velg', '/a'))).toBe('<a href="/a">Velg</a>')
		expect(html(drawn('Velg', '/b'))).toBe('<a href="/b">Velg</a>')
		expect(times()).toBe(1)
		expect(html(drawn('Hvorfor?', '/b'))).toBe('<a href="/b">Hvorfor?</a>')
		expect(times()).toBe(2)
	})

	it('is forgotten when there are too many', () => {
		const { drawn, times } = link(2)
		for (const words of ['a', 'b', 'c', 'a']) drawn(words, '/')
		expect(times()).toBe(4)
	})

	it('stands in an element as it is', () => {
		const { drawn } = link()
		expect(render(<p {...inside([drawn('a', '/1'), drawn('b', '/2')])} />)).toBe(
			'<p><a href="/1">a</a><a href="/2">b</a></p>',
		)
	})
})

describe('the days of a calendar', () => {
	// All that a day may look like, each beside all others: none is taken for another, whichever was drawn first.
	const looks = locales.flatMap((locale) =>
		['2026-11-26', '2026-12-26'].flatMap((date) =>
			[0, 1, 12].flatMap((count) =>
				[undefined, '/times?for=PE1&day=1'].flatMap((href) =>
					[true, false].flatMap((chosen) =>
						[true, false].map((today) => ({ locale, date, count, href, chosen, today })),
					),
				),
			),
		),
	)
	const calendar = ({ locale, chosen, today, ...day }: (typeof looks)[number]) =>
		render(
			<>
				<MonthCalendar days={[day]} chosen={chosen ? day.date : undefined} today={today ? day.date : undefined} />
				<DayList days={[day]} chosen={chosen ? day.date : undefined} />
			</>,
			locale,
		)

	it('say their own date, number, language and address, and are marked as they are', () => {
		for (const look of [...looks, ...[...looks].reverse()]) {
			const html = calendar(look)
			const { locale, date, count, href, chosen, today } = look
			const told = JSON.stringify(look)
			expect(html, told).toContain(inLanguage[locale][date === '2026-11-26' ? 0 : 1])
			expect(html.includes('data-today'), told).toBe(today)
			expect(html.includes('data-free'), told).toBe(count > 0)
			expect(html.includes('<small'), told).toBe(count > 0)
			if (count > 0) expect(html, told).toContain(`<small aria-hidden="true">${count}<`)
			const leads = href === undefined ? [] : [href, href]
			if (href !== undefined || count === 0) expect(hrefs(html), told).toEqual(leads)
			if (href !== undefined) expect(html.includes('aria-current="date"'), told).toBe(chosen)
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

function html(drawn: Drawn): string {
	return inside([drawn]).dangerouslySetInnerHTML.__html
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
