import type { CSSProperties, ReactNode } from 'react'
import { htmlLang, type Locale } from '#app/i18n/locale.ts'
import type { Block } from './content.ts'

// Mail readers know no stylesheets: styles stand on the elements. Colours are given only where both light and dark bear them.
const spruce = '#1f6f54'
const page: CSSProperties = {
	maxWidth: '36rem',
	margin: '0 auto',
	padding: '1.5rem 1rem',
	fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
	fontSize: '18px',
	lineHeight: 1.5,
}
const brand: CSSProperties = {
	margin: '0 0 1.5rem',
	paddingBottom: '0.5rem',
	borderBottom: `3px solid ${spruce}`,
	fontWeight: 600,
}
const factList: CSSProperties = {
	margin: '1rem 0',
	padding: '0.25rem 0 0.25rem 1rem',
	borderLeft: `3px solid ${spruce}`,
}
const factLabel: CSSProperties = { fontSize: '16px' }
const factValue: CSSProperties = { margin: '0 0 0.5rem', fontWeight: 600 }
const action: CSSProperties = {
	display: 'inline-block',
	padding: '0.625rem 1rem',
	borderRadius: '0.25rem',
	backgroundColor: spruce,
	color: '#ffffff',
	textDecoration: 'none',
	fontWeight: 600,
}
const small: CSSProperties = { margin: '2rem 0 0', fontSize: '15px' }

interface LayoutProps {
	locale: Locale
	subject: string
	greeting: string
	blocks: readonly Block[]
	footer: string
}

/** A whole e-mail: one column of plain paragraphs, no pictures, nothing fetched from anywhere. */
export function Layout({ locale, subject, greeting, blocks, footer }: LayoutProps): ReactNode {
	return (
		<html lang={htmlLang[locale]}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<meta name="color-scheme" content="light dark" />
				<title>{subject}</title>
			</head>
			<body style={{ margin: 0 }}>
				<div style={page}>
					<p style={brand}>Samvær</p>
					<p>{greeting}</p>
					{blocks.map((block) => (
						<HtmlBlock key={JSON.stringify(block)} block={block} />
					))}
					<p style={small}>{footer}</p>
				</div>
			</body>
		</html>
	)
}

function HtmlBlock({ block }: { block: Block }): ReactNode {
	switch (block.kind) {
		case 'text':
			return <p>{block.text}</p>
		case 'link':
			return (
				<p>
					<a href={block.href} style={action}>
						{block.label}
					</a>
				</p>
			)
		case 'facts':
			return (
				<dl style={factList}>
					{block.facts.map(({ label, value }) => (
						<div key={label}>
							<dt style={factLabel}>{label}</dt>
							<dd style={factValue}>{value}</dd>
						</div>
					))}
				</dl>
			)
	}
}
