import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { htmlLang, locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { PassFile } from '#app/ui/bookings/pass-file.tsx'

const pass = {
	code: 'K7QM-4TXW',
	start: new Date('2026-11-26T11:00:00Z'),
	end: new Date('2026-11-26T12:00:00Z'),
	comeBy: new Date('2026-11-26T10:45:00Z'),
	tooLateFrom: new Date('2026-11-26T11:30:00Z'),
	people: [
		{ name: 'Kari Haugen', givenName: 'Kari', showsId: true },
		{ name: 'Emma Haugen', givenName: 'Emma', showsId: false },
	],
	facility: { name: 'Fjellheim fengsel', address: 'Fjellveien 12, 2900 Fagernes', phone: '61 00 00 10' },
}

describe.each(locales)('the pass as a file, in %s', (locale) => {
	const html = renderToStaticMarkup(<PassFile pass={pass} locale={locale} />)
	const t = translator(locale)

	it('says what the gate and the way there need', () => {
		const colon = locale === 'en' ? ':' : '.'
		for (const needed of [
			'K7QM-4TXW',
			`11${colon}45`,
			`12${colon}00`,
			`12${colon}30`,
			'Kari',
			'Emma',
			'Fjellveien 12',
			'61 00 00 10',
		])
			expect(html).toContain(needed)
		const [, ids] = html.split(t('bookings.pass.ids'))
		expect(ids?.slice(0, 40)).toContain('Kari')
		expect(ids?.slice(0, 40)).not.toContain('Emma')
		expect(html).toContain(`<html lang="${htmlLang[locale]}">`)
	})

	it('tells whoever finds it of no prison, no visit and no family name', () => {
		expect(html).toContain(`<title>${t('messages.calendar.title')}</title>`)
		expect(html).not.toMatch(/haugen|fjellheim|fengsel|prison|besøk|visit|samv/i)
	})

	it('asks for nothing from anywhere and runs nothing', () => {
		expect(html).not.toMatch(/\b(src|href|action|srcset)=|<script|url\(|@import|https?:/)
		expect(html).toContain('default-src &#x27;none&#x27;')
	})
})
