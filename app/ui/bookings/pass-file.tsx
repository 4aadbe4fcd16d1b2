import { formatTime } from '#app/i18n/format.ts'
import { htmlLang, type Locale } from '#app/i18n/locale.ts'
import { I18nProvider } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translate.ts'
import { QrCode } from '../qr-code.tsx'
import { type PassVisit, passRows } from './pass-rows.tsx'

/** It asks the network for nothing, now or later, whatever a browser might do with a file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

/** Written without the characters that React would escape, for they are not unescaped inside a style. */
const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { max-width: 34rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0 0 1rem; }
figure { width: fit-content; margin: 0 auto 1.5rem; text-align: center; }
svg { display: block; width: 14rem; max-width: 100%; }
figcaption { font-size: 1.5rem; font-weight: 600; letter-spacing: 0.08em; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem; }
@media print { :root { color-scheme: light; font-size: 0.95rem; } }
`

/**
 * A pass that opens without network, in one file. It lies on a phone that others may use, so it says what the gate and the
 * way there need and no more: given names, no prison's name, nobody who is visited, and a title like any appointment's.
 */
export function PassFile({ pass, locale }: { pass: PassVisit; locale: Locale }) {
	const t = translator(locale)
	const { address, phone } = pass.facility
	const rows = [
		...passRows(pass, { t, locale, nameBy: 'givenName' }),
		{ label: t('bookings.fact.place'), value: address },
		{ label: t('common.contact'), value: phone },
	]
	return (
		<html lang={htmlLang[locale]}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta httpEquiv="Content-Security-Policy" content={policy} />
				<meta name="referrer" content="no-referrer" />
				<meta name="robots" content="noindex" />
				<title>{t('messages.calendar.title')}</title>
				<style>{style}</style>
			</head>
			<body>
				<main>
					<h1>{t('messages.calendar.title')}</h1>
					<QrCode code={pass.code} label={t('bookings.pass.code', { code: pass.code })} />
					<I18nProvider locale={locale}>
						<dl>
							{rows.map(({ label, value }) => (
								<div key={label}>
									<dt>{label}</dt>
									<dd>{value}</dd>
								</div>
							))}
						</dl>
					</I18nProvider>
					<p>{t('bookings.pass.remember-late', { time: formatTime(pass.tooLateFrom, locale) })}</p>
					<p>{t('bookings.pass.remember-id')}</p>
					<p>{t('bookings.pass.delete')}</p>
				</main>
			</body>
		</html>
	)
}
