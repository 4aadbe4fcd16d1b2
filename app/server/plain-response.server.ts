import type { Response } from 'express'
import { problemOf } from '#app/http/problem.ts'
import { htmlLang } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { requestContext } from './request-context.server.ts'

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}

/** A calm page for what is turned away before the application is asked, in the reader's language. */
export function sendPlainResponse(res: Response, status: number): void {
	writePlainResponse(res, status)
	res.end()
}

/** The same, whole, with the connection left open: whoever calls ends it. */
export function writePlainResponse(res: Response, status: number): void {
	const { locale, requestId } = requestContext(res)
	const t = translator(locale)
	const problem = problemOf(status)
	const title = t(`errors.${problem}.title`)
	const paragraphs = [
		t(`errors.${problem}.text`),
		t(`errors.${problem}.next`),
		t('errors.reference', { reference: requestId }),
	]
	const html = `<!doctype html>
<html lang="${htmlLang[locale]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('common.page-title', { title }))}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<p><a href="${paths.home()}">${escapeHtml(t('common.to-front-page'))}</a></p>
</main>
</body>
</html>
`
	res.status(status).type('html').setHeader('Content-Length', Buffer.byteLength(html))
	res.write(html)
}
