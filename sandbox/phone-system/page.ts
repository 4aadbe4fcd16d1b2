import { escapeHtml, page } from '../page.ts'
import { kroner } from '../stripe/pay/words.ts'
import { balanceOf, behaviours, type PhoneStore } from './store.ts'

const words: Record<(typeof behaviours)[number], string> = {
	accepts: 'Tar imot med en gang',
	waits: 'Venter med å svare',
	refuses: 'Avslår',
	fails: 'Er i ustand',
	silent: 'Svarer ikke',
}

/** What each prisoner has to call for, a call to report, and how the system behaves. */
export function phonePage(store: PhoneStore, said: string | null): string {
	const prisoners = [...new Set(store.credits.map((one) => one.prisoner))].sort()
	const balances = prisoners.map(
		(one) => `<li>${escapeHtml(one)}: ${kroner(balanceOf(store, one), 'nb')} satt inn</li>`,
	)
	const calls = store.calls
		.slice(-15)
		.reverse()
		.map((one) => `<li>${escapeHtml(one.prisoner)}, ${one.minutes} min: ${escapeHtml(one.answer ?? 'ikke meldt')}</li>`)
	const options = behaviours.map(
		(one) => `<option value="${one}"${one === store.manner ? ' selected' : ''}>${words[one]}</option>`,
	)
	return page(
		'Telefonsystemet i øvelsen',
		`<p class="about">Her står det Samvær har satt inn til samtaler, og her kan en samtale meldes tilbake.</p>
${said === null ? '' : `<p class="alert" role="alert">${escapeHtml(said)}</p>`}
<h2>Til å ringe for</h2>
${balances.length === 0 ? '<p>Ingenting er satt inn ennå.</p>' : `<ul>${balances.join('')}</ul>`}
<h2>En samtale er over</h2>
<form method="post" action="/calls">
<label for="prisoner">Innsattes nummer</label><input id="prisoner" name="prisoner" required value="${escapeHtml(prisoners[0] ?? '')}">
<label for="minutes">Minutter</label><input id="minutes" name="minutes" type="number" min="1" max="1440" required value="10">
<p><button>Meld samtalen</button></p>
</form>
${calls.length === 0 ? '' : `<ul>${calls.join('')}</ul>`}
<h2>Hvordan systemet er</h2>
<form method="post" action="/manner">
<label for="manner">Når penger settes inn</label><select id="manner" name="manner">${options.join('')}</select>
<p><button>Slik skal det være</button></p>
</form>`,
	)
}
