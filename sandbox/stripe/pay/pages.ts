import { escapeHtml, page } from '../../page.ts'
import type { Session } from '../objects/types.ts'
import type { Store } from '../store.ts'
import { type Card, cards, kroner, type Language, words } from './words.ts'

export interface Shown {
	store: Store
	session: Session
	language: Language
}

/** The choice of a card, and one button. After a refusal the same page says why, and keeps what was chosen. */
export function choicePage(shown: Shown, why: string | null, chosen: Card): string {
	const { language, session } = shown
	const w = words[language]
	const said = why === null ? undefined : Object.entries(w.why).find(([name]) => name === why)?.[1]
	const choices = cards.map(
		(card) =>
			`<label class="choice"><input type="radio" name="card" value="${card}"${card === chosen ? ' checked' : ''}> ${escapeHtml(w.card[card])}</label>`,
	)
	const alert =
		said === undefined
			? ''
			: `<div class="alert" role="alert"><h2>${escapeHtml(w.declined)}</h2><p>${escapeHtml(said)}</p></div>`
	const leave =
		session.cancel_url === null ? '' : `<p><a href="${escapeHtml(session.cancel_url)}">${escapeHtml(w.leave)}</a></p>`
	return page(
		w.title,
		`<p class="about">${escapeHtml(w.about)}</p>
${alert}
${whatFor(shown)}
<form method="post" action="/pay/${session.id}?lang=${language}">
<fieldset><legend>${escapeHtml(w.cards)}</legend>
${choices.join('\n')}
</fieldset>
<p><label class="choice"><input type="checkbox" name="stay" value="yes"> ${escapeHtml(w.stay)}</label></p>
<p><button>${escapeHtml(w.pay(sumOf(shown)))}</button></p>
</form>
${leave}
<p><a href="/pay/${session.id}?lang=${w.other.language}" lang="${w.other.language}" hreflang="${w.other.language}">${w.other.text}</a></p>`,
		language,
	)
}

/** What the bank asks in between (3-D Secure). */
export function bankPage(shown: Shown, stay: boolean): string {
	const { language, session } = shown
	const w = words[language]
	return page(
		w.bankTitle,
		`<p class="about">${escapeHtml(w.about)}</p>
<p>${escapeHtml(w.bankAsks(sumOf(shown)))}</p>
<form method="post" action="/pay/${session.id}/bank?lang=${language}">
${stay ? '<input type="hidden" name="stay" value="yes">' : ''}
<p><button name="answer" value="yes">${escapeHtml(w.yes)}</button></p>
<p><button class="quiet" name="answer" value="no">${escapeHtml(w.no)}</button></p>
</form>`,
		language,
	)
}

export function donePage(language: Language): string {
	const w = words[language]
	return page(w.doneTitle, `<p>${escapeHtml(w.done)}</p>`, language)
}

export function overPage({ language, session }: Shown): string {
	const w = words[language]
	const back = session.cancel_url === null ? '' : `<p><a href="${escapeHtml(session.cancel_url)}">${w.back}</a></p>`
	return page(w.overTitle, `<p>${escapeHtml(w.over)}</p>${back}`, language)
}

export function unknownPage(language: Language): string {
	const w = words[language]
	return page(w.unknownTitle, `<p>${escapeHtml(w.unknown)}</p>`, language)
}

const sumOf = ({ language, session }: Shown) => kroner(session.amount_total ?? 0, language)

function whatFor(shown: Shown): string {
	const lines = shown.store.lines[shown.session.id] ?? []
	const names = lines.map((line) => `<p>${escapeHtml(line.description ?? '')}</p>`)
	return `<h2>${escapeHtml(words[shown.language].merchant)}</h2>
${names.join('\n')}
<p class="sum">${escapeHtml(sumOf(shown))}</p>`
}
