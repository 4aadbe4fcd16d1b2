import { describe, expect, it, vi } from 'vitest'
import { messageKinds } from '#app/domain/messages.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { htmlLang, type Locale, locales } from '#app/i18n/locale.ts'
import type { AnyMail, SentKind } from '#emails/kinds.ts'
import { templates } from '#emails/registry.ts'
import { renderMail } from '#emails/render.ts'
import { timedSample, upcomingSample } from '#emails/templates/samples.ts'

const origin = 'https://samvaer.example'
const reader = (locale: Locale, givenName = 'Kari') => ({ givenName, locale })

const samples: { [Kind in SentKind]: Extract<AnyMail, { kind: Kind }> } = {
	'application-received': { kind: 'application-received', props: templates['application-received'].sample },
	'decision-ready': { kind: 'decision-ready', props: templates['decision-ready'].sample },
	'decision-reminder': { kind: 'decision-reminder', props: templates['decision-reminder'].sample },
	'hearing-notice': { kind: 'hearing-notice', props: templates['hearing-notice'].sample },
	'permit-changed': { kind: 'permit-changed', props: templates['permit-changed'].sample },
	'appeal-received': { kind: 'appeal-received', props: templates['appeal-received'].sample },
	'appeal-answered': { kind: 'appeal-answered', props: templates['appeal-answered'].sample },
	'booking-requested': { kind: 'booking-requested', props: templates['booking-requested'].sample },
	'booking-confirmed': { kind: 'booking-confirmed', props: templates['booking-confirmed'].sample },
	'booking-lapsed': { kind: 'booking-lapsed', props: templates['booking-lapsed'].sample },
	'booking-declined': { kind: 'booking-declined', props: templates['booking-declined'].sample },
	'booking-changed': { kind: 'booking-changed', props: templates['booking-changed'].sample },
	'booking-cancelled': { kind: 'booking-cancelled', props: templates['booking-cancelled'].sample },
	'booking-reminder': { kind: 'booking-reminder', props: templates['booking-reminder'].sample },
	'booking-under-review': { kind: 'booking-under-review', props: templates['booking-under-review'].sample },
	'waiting-list-offer': { kind: 'waiting-list-offer', props: templates['waiting-list-offer'].sample },
	'top-up-receipt': { kind: 'top-up-receipt', props: templates['top-up-receipt'].sample },
	'top-up-refunded': { kind: 'top-up-refunded', props: templates['top-up-refunded'].sample },
	'top-up-not-refunded': { kind: 'top-up-not-refunded', props: templates['top-up-not-refunded'].sample },
}

const { 'booking-confirmed': confirmed, 'booking-cancelled': cancelled } = samples
/** The same kinds, told of otherwise. */
const variants: AnyMail[] = [
	{ ...confirmed, props: { ...confirmed.props, video: true } },
	{ ...confirmed, props: { ...confirmed.props, cancelBy: null } },
	{ ...confirmed, props: { ...confirmed.props, acts: false, cancelBy: null } },
	{
		kind: 'booking-changed',
		props: { ...upcomingSample, formerly: null, awaitsAnswer: true, cancelBy: null, left: false },
	},
	{ kind: 'booking-changed', props: { ...timedSample, left: true } },
	{ kind: 'booking-reminder', props: { ...samples['booking-reminder'].props, underReview: true } },
	{ kind: 'decision-ready', props: { ...samples['decision-ready'].props, about: 'contact' } },
	{ kind: 'decision-reminder', props: { ...samples['decision-reminder'].props, about: 'contact' } },
]
const each = locales.flatMap((locale) =>
	[...Object.values(samples), ...variants].map((mail) => ({ locale, mail, kind: mail.kind })),
)

/** What stands in the HTML for a reader, without its tags. */
function readable(html: string): string {
	return html
		.replace(/<head>.*<\/head>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&amp;', '&')
		.replaceAll('&#x27;', "'")
		.replace(/\s+/g, ' ')
}

describe('every kind of e-mail', () => {
	it('has a template', () => {
		expect(Object.keys(templates).sort()).toEqual([...messageKinds].sort())
	})

	it.each(each)('renders $kind in $locale', ({ mail, locale }) => {
		const { subject, html, text } = renderMail(mail, reader(locale), origin)
		expect(subject).toMatch(/^\S.{5,98}\S$/)
		expect(html).toMatch(/^<!doctype html>/)
		expect(html).toContain(`lang="${htmlLang[locale]}"`)
		expect(`${subject}${html}${text}`).not.toMatch(/messages\.|undefined|Invalid|\{|\bNaN\b|null/)
	})

	it.each(each)('says the same in the text as in the HTML: $kind in $locale', ({ mail, locale }) => {
		const { html, text } = renderMail(mail, reader(locale), origin)
		const shown = readable(html)
		for (const line of text.split('\n').filter((line) => line.trim() !== '' && line !== '-- ')) {
			if (line.startsWith(origin)) expect(html).toContain(`href="${line}"`)
			else
				expect(shown).toContain(
					line
						.replace(/:$/, '')
						.replace(/^([^:]+): (?=\S)/, (_, label) => (shown.includes(`${label}: `) ? `${label}: ` : `${label} `)),
				)
		}
	})

	it.each(each)('tells every fact that it was given: $kind in $locale', ({ mail, locale }) => {
		const { subject, text } = renderMail(mail, reader(locale), origin)
		for (const value of Object.values(mail.props).filter((value) => value instanceof Date)) {
			const told = [formatDateTime(value, locale), formatDateTime(value, locale, { year: true })]
			expect(told.some((time) => `${subject}\n${text}`.includes(time))).toBe(true)
		}
		expect(text).toContain(mail.kind === 'waiting-list-offer' ? `${origin}/waiting-list` : mail.props.reference)
	})

	it.each(each)('names no prison, no sentence and no kind of authority: $kind in $locale', ({ mail, locale }) => {
		const { subject, html, text } = renderMail(mail, reader(locale), origin)
		expect(`${subject} ${readable(html)} ${text}`).not.toMatch(
			/fengsel|fange|innsatt|innsett|soning|straff|kriminal|politi|varetekt|prison|inmate|jail|sentence|correction|police|custody|offender/i,
		)
	})

	it.each(each)('tells nothing about the visit in its subject but when it is: $kind in $locale', ({ mail, locale }) => {
		const { subject } = renderMail(mail, reader(locale, 'Kari'), origin)
		expect(subject).not.toMatch(/besøk|visit|Kari/i)
	})
})

describe('what depends on the reader and the case', () => {
	const said = (mail: AnyMail) => renderMail(mail, reader('nb'), origin).text

	it('who did not book is asked to tell who did', () => {
		expect(said(confirmed)).toContain('avbestille i Samvær fram til onsdag 25. november kl. 12.00')
		const other = said({ ...confirmed, props: { ...confirmed.props, acts: false } })
		expect(other).toContain('si fra til den som bestilte')
		expect(other).not.toContain('avbestille i Samvær')
	})

	it('who can no longer cancel online is told to call', () => {
		expect(said({ ...confirmed, props: { ...confirmed.props, cancelBy: null } })).toContain('må du ringe')
	})

	it('a call by video needs no identity document', () => {
		const call = said({ ...confirmed, props: { ...confirmed.props, video: true } })
		expect(call).toContain('Vær klar ved skjermen')
		expect(call).not.toContain('legitimasjon')
	})

	it.each(['visitor', 'prisoner'] as const)(
		'there is proof and rank only when the prison cancels, not the %s',
		(by) => {
			expect(said(cancelled)).toMatch(/av oss og ikke av deg.*står du først på ventelisten/s)
			const text = said({ ...cancelled, props: { ...cancelled.props, by, firstInLineUntil: null } })
			expect(text).not.toMatch(/av oss|reiseutgifter|venteliste/)
		},
	)
})

describe('hostile input', () => {
	const hostile = "Kari\r\nBcc: all@evil.example\u2028<script>alert(1)</script> www.evil.example/{name} 'x'"

	it.each(each)('cannot break out of the subject, the name or the HTML: $kind in $locale', ({ mail, locale }) => {
		const wicked: AnyMail = Object.assign({}, mail, { props: Object.assign({}, mail.props, { reference: hostile }) })
		const { subject, html, text } = renderMail(wicked, reader(locale, hostile), origin)
		expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
		expect(html).not.toContain('<script')
		const greeting = text.split('\n')[0] ?? ''
		expect(greeting).toMatch(/^(Hei|Hello)/)
		expect(greeting).not.toMatch(/[<>@/.:](?!$)/)
		expect(text).not.toMatch(/^Bcc:/m)
	})

	it('greets without a name when nothing of it can be shown', () => {
		expect(renderMail(samples['decision-ready'], reader('nb', '<>\n1'), origin).text.split('\n')[0]).toBe('Hei.')
	})

	it('cannot add a line to a header, whatever a template puts into its subject', () => {
		const content = vi.spyOn(templates['decision-ready'], 'content')
		content.mockReturnValue({ subject: 'Svar\r\nBcc: all@evil.example', blocks: [] })
		expect(renderMail(samples['decision-ready'], reader('nb'), origin).subject).toBe('Svar Bcc: all@evil.example')
		content.mockRestore()
	})
})
