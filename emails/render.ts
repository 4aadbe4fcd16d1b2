import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/locale.ts'
import { type Block, type Content, type Voice, voice } from './content.ts'
import type { AnyMail, MailProps, SentKind } from './kinds.ts'
import { Layout } from './layout.tsx'
import { plainText } from './plain-text.ts'
import { templates } from './registry.ts'

export interface RenderedMail {
	subject: string
	html: string
	text: string
}

/** An e-mail in the reader's language, its HTML and its text. */
export function renderMail(mail: AnyMail, reader: { givenName: string; locale: Locale }, origin: string): RenderedMail {
	const speaking = voice(reader.locale, origin)
	const content = contentOf(mail.kind, mail.props, speaking)
	const blocks = content.blocks.map(tidy)
	const name = asName(reader.givenName)
	const frame = {
		subject: oneLine(content.subject),
		greeting: name ? speaking.t('messages.greeting', { name }) : speaking.t('messages.greeting.unnamed'),
		footer: speaking.t('messages.footer'),
	}
	const html = renderToStaticMarkup(createElement(Layout, { ...frame, blocks, locale: reader.locale }))
	return {
		subject: frame.subject,
		html: `<!doctype html>${html}`,
		text: plainText(frame.greeting, blocks, frame.footer),
	}
}

function contentOf<Kind extends SentKind>(kind: Kind, props: MailProps[Kind], speaking: Voice): Content {
	return templates[kind].content(props, speaking)
}

/** One line, whatever was put into it: neither a header nor a fact can grow a line of its own. */
function oneLine(words: string): string {
	return words.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

function tidy(block: Block): Block {
	switch (block.kind) {
		case 'text':
			return { ...block, text: oneLine(block.text) }
		case 'link':
			return { ...block, label: oneLine(block.label) }
		case 'facts':
			return {
				...block,
				facts: block.facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
			}
	}
}

/** Letters and what joins them: a name can hold no line break, and nothing that a mail reader makes a link of. */
function asName(givenName: string): string {
	return givenName
		.replace(/[^\p{L}\p{M} '’-]+/gu, ' ')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, 60)
}
