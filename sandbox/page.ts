import { createHash } from 'node:crypto'

/** The plain pages of the sandbox: no script, readable on a phone, and dressed so that nobody takes them for the service. */

const style = `
:root { color-scheme: light; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1c2733; background: #f3f1ec }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 40rem }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.2rem; margin-top: 2rem }
p.about { border-left: .25rem solid #8a6d1f; padding-left: .75rem; color: #4b4028 }
ul.people { list-style: none; padding: 0 }
ul.people li { margin: 0 0 1rem }
ul.people p { margin: .25rem 0 0 }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1rem; color: #fff; background: #1d4f73; border: 0; border-radius: .25rem; cursor: pointer }
button.quiet { color: #1d4f73; background: none; text-decoration: underline; padding-inline: 0 }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible { outline: .2rem solid #1c2733; outline-offset: .15rem }
label { display: block; margin-top: 1rem; font-weight: 600 }
input, select { font: inherit; min-height: 2.75rem; padding: .25rem .5rem; border: 1px solid #55616d; border-radius: .25rem; background: #fff; max-width: 100%; box-sizing: border-box }
summary { min-height: 2.75rem; line-height: 2.75rem; cursor: pointer }
fieldset { border: 0; margin: 1rem 0 0; padding: 0 }
legend { font-weight: 600 }
label.choice { display: flex; align-items: center; gap: .5rem; margin: 0; min-height: 2.75rem; font-weight: 400 }
label.choice input { flex: none; width: 1.25rem; height: 1.25rem; min-height: 0 }
p.sum { font-size: 1.6rem; font-weight: 600; margin: .5rem 0 }
.alert { border: .2rem solid #97201c; padding: .25rem .75rem; background: #fff }
.wide { overflow-x: auto }
table { border-collapse: collapse }
caption { text-align: left; font-weight: 600 }
td button { white-space: nowrap }
th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid #c9c4b8 }
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing but the page's own style and its forms; `formTargets` are the origins its forms may end at by redirection. */
export function contentPolicy(formTargets: string[] = []): string {
	return `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${["'self'", ...formTargets].join(' ')}; base-uri 'none'; frame-ancestors 'none'`
}

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A page, in Norwegian unless said otherwise; `body` is HTML. */
export function page(title: string, body: string, language: 'nb' | 'en' = 'nb'): string {
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – ${language === 'nb' ? 'øvelse' : 'exercise'}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
