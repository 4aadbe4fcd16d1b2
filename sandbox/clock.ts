import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { DateTime } from 'luxon'
import { freePort } from './free-port.ts'
import { contentPolicy, escapeHtml, page } from './page.ts'
import { readIfThere, writePrivate } from './private-file.ts'

export interface ClockOptions {
	/** The file that the application reads its offset from. */
	file: string
	port?: number
}

export interface Clock {
	url: string
	port: number
	/** The time in the demo. */
	now(): Promise<Date>
	stop(): Promise<void>
}

const zone = 'Europe/Oslo'

/** A page and an API that move the demo's time, so that a visit booked today can be lived through today. */
export async function startClock(options: ClockOptions): Promise<Clock> {
	const port = await freePort(options.port)
	const origin = `http://127.0.0.1:${port}`
	const server = createServer((request, response) => {
		handle(request, response, { ...options, origin }).catch((error: unknown) => {
			response.writeHead(500).end(error instanceof Error ? error.message : 'Feil')
		})
	})
	server.listen(port, '127.0.0.1')
	await once(server, 'listening')
	return {
		url: `${origin}/`,
		port,
		now: async () => new Date(Date.now() + (await readOffset(options.file))),
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	}
}

async function handle(
	request: IncomingMessage,
	response: ServerResponse,
	{ file, origin }: { file: string; origin: string },
): Promise<void> {
	const wantsJson = request.headers.accept?.includes('application/json') ?? false
	const from = request.headers.origin
	if (request.url !== '/') return void response.writeHead(404).end('Finnes ikke')
	// Another site's page must not move the time of whoever happens to run a demo.
	if (request.method === 'POST' && from !== undefined && from !== origin)
		return void response.writeHead(403).end('Ikke herfra')
	if (request.method === 'POST') {
		if (!(await moveClock(file, new URLSearchParams(await bodyOf(request))))) {
			const said = 'Skriv tiden slik: 2026-11-26T11:50'
			response.writeHead(400, headers(wantsJson))
			return void response.end(
				wantsJson ? JSON.stringify({ error: said }) : render(new Date(Date.now() + (await readOffset(file))), said),
			)
		}
		if (!wantsJson) return void response.writeHead(303, { location: '/' }).end()
	} else if (request.method !== 'GET') return void response.writeHead(405).end('Bare GET og POST')
	const offsetMs = await readOffset(file)
	const now = new Date(Date.now() + offsetMs)
	response.writeHead(200, headers(wantsJson))
	response.end(
		wantsJson
			? JSON.stringify({ now: now.toISOString(), offsetMs })
			: render(now, offsetMs === 0 ? 'Klokken går riktig.' : 'Klokken er flyttet.'),
	)
}

/** Moves the time that the application reads from the file; false, and nothing moved, when the form names no time. */
export async function moveClock(file: string, form: URLSearchParams): Promise<boolean> {
	const offset = offsetFor(form, await readOffset(file), new Date())
	if (offset !== null) await writePrivate(file, String(offset))
	return offset !== null
}

/** The offset that a form asks for, in whole milliseconds; null when it is no time at all. */
export function offsetFor(form: URLSearchParams, offset: number, real: Date): number | null {
	if (form.has('real')) return 0
	const advance = form.get('advanceMinutes')
	if (advance !== null) {
		const minutes = Number(advance)
		return advance.trim() !== '' && Number.isSafeInteger(minutes) ? offset + minutes * 60_000 : null
	}
	const to = parseTime(form.get('to') ?? '')
	return to === null ? null : to - real.getTime()
}

/** An instant from wall time in Oslo, the first of the two in the doubled hour of autumn, or from a time with its offset. */
function parseTime(text: string): number | null {
	const time = DateTime.fromISO(text.trim(), { zone, setZone: true })
	if (!time.isValid || !text.includes('T')) return null
	if (!/T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text.trim())) {
		return Math.min(
			...time
				.setZone(zone, { keepLocalTime: true })
				.getPossibleOffsets()
				.map((one) => one.toMillis()),
		)
	}
	return time.toMillis()
}

async function readOffset(file: string): Promise<number> {
	return Number((await readIfThere(file)) ?? '0')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = ''
	for await (const chunk of request) {
		body += String(chunk)
		if (body.length > 10_000) throw new Error('For mye')
	}
	return body
}

function headers(json: boolean): Record<string, string> {
	const type = json ? 'application/json' : 'text/html; charset=utf-8'
	return { 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': contentPolicy() }
}

function render(now: Date, said: string): string {
	const here = DateTime.fromJSDate(now, { zone }).setLocale('nb')
	const button = (minutes: number, text: string) =>
		`<p><button name="advanceMinutes" value="${minutes}">${text}</button></p>`
	return page(
		'Klokken i øvelsen',
		`<p class="about">Her flytter du tiden i Samvær, så et besøk kan bestilles og gjennomføres samme dag. Innlogging bruker alltid den virkelige tiden.</p>
<p role="status">${escapeHtml(said)}</p>
<p>I øvelsen er det <strong>${escapeHtml(here.toFormat("cccc d. LLLL yyyy 'kl.' HH.mm"))}</strong>.</p>
<form method="post" action="/">
<label for="to">Flytt til (norsk tid)</label>
<input id="to" name="to" type="datetime-local" required value="${here.toFormat("yyyy-MM-dd'T'HH:mm")}">
<p><button>Flytt klokken</button></p>
</form>
<form method="post" action="/">
<fieldset><legend>Flytt fremover</legend>
${button(15, 'Et kvarter')}${button(60, 'En time')}${button(24 * 60, 'Et døgn')}${button(7 * 24 * 60, 'En uke')}
</fieldset>
</form>
<form method="post" action="/"><p><button class="quiet" name="real" value="yes">Tilbake til virkelig tid</button></p></form>`,
	)
}
