import { DateTime } from 'luxon'
import { escapeHtml, page } from '../../page.ts'
import { type InjectedFault, injectedFaultKinds } from '../api/injected-fault.ts'
import { isOpen } from '../objects/disputing.ts'
import type { Charge, Dispute, Refund } from '../objects/types.ts'
import { kroner } from '../pay/words.ts'
import type { Controlled } from './actions.ts'

const shownAtMost = 25

const newest = <T>(all: readonly T[]) => all.slice(-shownAtMost).reverse()
const when = (seconds: number) =>
	DateTime.fromSeconds(seconds, { zone: 'Europe/Oslo' }).setLocale('nb').toFormat("d. LLL 'kl.' HH.mm.ss")
const checked = (yes: boolean) => (yes ? ' checked' : '')
const form = (action: string, inner: string) => `<form method="post" action="/control/${action}">${inner}</form>`
const button = (action: string, fields: Record<string, string>, text: string) =>
	form(
		action,
		`${Object.entries(fields)
			.map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
			.join('')}<button class="quiet">${text}</button>`,
	)

/** The page of the demo's person: what was paid, what can happen to it, and how the messages about it travel. */
export function controlPage(controlled: Controlled, said: string | null): string {
	const { store } = controlled
	return page(
		'Kortbetaling i øvelsen',
		`<p class="about">Her står betalingene i øvelsen, og her kan du la noe skje med dem: kortholderen bestrider, banken sender en refusjon tilbake, meldinger går tapt. I virkeligheten skjer det hos Stripe.</p>
${said === null ? '' : `<p class="alert" role="alert">${escapeHtml(said)}</p>`}
<h2>Betalinger</h2>
${table('Betalinger, de nyeste først', ['Tid', 'Beløp', 'Hvordan det står', ''], newest(store.charges).map(chargeRow), 'Ingen har betalt ennå. Sett inn penger som pårørende i Samvær; da kommer du til betalingssiden.')}
<h2>Refusjoner</h2>
${form('refunds-wait', `<label class="choice"><input type="checkbox" name="wait" value="yes"${checked(store.refundsWait)}> Nye refusjoner venter på banken</label><p><button>Lagre</button></p>`)}
${table('Refusjoner, de nyeste først', ['Tid', 'Beløp', 'Hvordan den står', ''], newest(store.refunds).map(refundRow), 'Ingenting er betalt tilbake.')}
<h2>Innsigelser</h2>
${table('Innsigelser, de nyeste først', ['Tid', 'Beløp', 'Hvordan den står', ''], newest(store.disputes).map(disputeRow), 'Ingen har bestridt en betaling.')}
<h2>Meldingene til Samvær</h2>
${deliveryForm(controlled)}
${table(
	'Hendelser, de nyeste først',
	['Tid', 'Hendelse', 'Levert', ''],
	newest(store.events).map((one) => [
		when(one.created),
		`<code>${one.type}</code>`,
		deliveryOf(controlled, one.id),
		button('resend', { event: one.id }, 'Send igjen'),
	]),
	'Ingenting har skjedd ennå.',
)}
<h2>Feil hos betalingstjenesten</h2>
${faultForm(controlled.faults.list())}`,
	)
}

function table(caption: string, heads: string[], rows: string[][], empty: string): string {
	if (rows.length === 0) return `<p>${empty}</p>`
	const head = heads.map((one) => (one === '' ? '<td></td>' : `<th scope="col">${one}</th>`)).join('')
	const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
	return `<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function chargeRow(charge: Charge): string[] {
	const canDispute = charge.paid && !charge.disputed && !charge.refunded
	const state = !charge.paid
		? `Avvist: <code>${charge.outcome?.reason ?? ''}</code>`
		: charge.disputed
			? 'Bestridt'
			: charge.refunded
				? 'Betalt tilbake'
				: charge.amount_refunded > 0
					? `Betalt; ${kroner(charge.amount_refunded, 'nb')} betalt tilbake`
					: 'Betalt'
	return [
		when(charge.created),
		kroner(charge.amount, 'nb'),
		state,
		canDispute ? button('dispute', { charge: charge.id }, 'Kortholderen bestrider') : '',
	]
}

const refundStates: Record<string, string> = { pending: 'Venter', succeeded: 'Hos kortholderen', failed: 'Kom tilbake' }

function refundRow(refund: Refund): string[] {
	const settle =
		refund.status === 'pending' ? button('refund', { id: refund.id, outcome: 'succeeded' }, 'Banken tar imot') : ''
	const fail =
		refund.status === 'failed' ? '' : button('refund', { id: refund.id, outcome: 'failed' }, 'Banken sender tilbake')
	return [when(refund.created), kroner(refund.amount, 'nb'), refundStates[refund.status ?? ''] ?? '', settle + fail]
}

function disputeRow(dispute: Dispute): string[] {
	const end = (outcome: string, text: string) => button('dispute-ends', { id: dispute.id, outcome }, text)
	const state = isOpen(dispute) ? 'Behandles' : dispute.status === 'won' ? 'Samvær fikk rett' : 'Kortholderen fikk rett'
	return [
		when(dispute.created),
		kroner(dispute.amount, 'nb'),
		state,
		isOpen(dispute) ? end('won', 'Samvær får rett') + end('lost', 'Kortholderen får rett') : '',
	]
}

function deliveryOf({ store }: Controlled, event: string): string {
	const words = { held: 'holdes', waiting: 'på vei', delivered: 'levert', dropped: 'tapt', 'given-up': 'gitt opp' }
	return store.deliveries
		.filter((one) => one.event === event)
		.map((one) => words[one.state])
		.join(', ')
}

function deliveryForm({ store: { delivery } }: Controlled): string {
	const number = (name: string, text: string, value: number, most: number, least = 0) =>
		`<label for="${name}">${text}</label><input id="${name}" name="${name}" type="number" min="${least}" max="${most}" value="${value}">`
	return `${form(
		'delivery',
		`${number('copies', 'Hvor mange ganger hver melding sendes', delivery.copies, 20, 1)}
${number('dropPercent', 'Hvor mange av hundre som går tapt', delivery.dropPercent, 100)}
${number('delayMs', 'Forsinkelse i millisekunder', delivery.delayMs, 600_000)}
${number('seed', 'Hva tilfeldigheten begynner med', delivery.seed, 4_294_967_295)}
<p><label class="choice"><input type="checkbox" name="shuffle" value="yes"${checked(delivery.shuffle)}> I tilfeldig rekkefølge</label>
<label class="choice"><input type="checkbox" name="hold" value="yes"${checked(delivery.hold)}> Hold alle tilbake</label></p>
<p><button>Slik skal meldingene gå</button></p>`,
	)}
${form('release', '<p><button class="quiet">Slipp dem som holdes tilbake</button></p>')}`
}

const faultWords: Record<InjectedFault['kind'], string> = {
	'fails-before': 'Svarer 500, og ingenting er gjort',
	'fails-after': 'Svarer 500, men det er gjort',
	'answer-lost': 'Gjør det, men svaret går tapt',
	down: 'Er nede',
	slow: 'Er treg',
	'too-many': 'Svarer at det er for mange spørsmål',
}

function faultForm(waiting: readonly InjectedFault[]): string {
	const options = injectedFaultKinds.map((kind) => `<option value="${kind}">${faultWords[kind]}</option>`)
	const list = waiting.map(
		(one) =>
			`<li>${faultWords[one.kind]}${one.on === '' ? '' : ` (<code>${escapeHtml(one.on)}</code>)`}, ${one.times === null ? 'til det tas bort' : `${one.times} ganger`}</li>`,
	)
	return `${list.length === 0 ? '<p>Alt virker.</p>' : `<ul>${list.join('')}</ul>`}
${form(
	'fault',
	`<label for="kind">Hva som går galt</label><select id="kind" name="kind">${options.join('')}</select>
<label for="times">Hvor mange ganger (tomt: til det tas bort)</label><input id="times" name="times" type="number" min="1" value="1">
<label for="on">Hvilke spørsmål (tomt: alle)</label><input id="on" name="on" placeholder="POST /v1/refunds">
<label for="ms">Hvor tregt, i millisekunder</label><input id="ms" name="ms" type="number" min="0" max="120000" value="5000">
<p><button>La det gå galt</button></p>`,
)}
${form('no-faults', '<p><button class="quiet">La alt virke igjen</button></p>')}`
}
