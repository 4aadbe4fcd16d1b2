import type { AddressInfo, Socket } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** What the server does with a mail. `drop`: it takes the whole mail in and breaks off before it says so. */
export type Conduct = 'accept' | 'defer' | 'refuse' | 'refuse-content' | 'hang' | 'hang-late' | 'drop' | 'turn-away'

export interface MailSink {
	url: string
	/** What was taken in, whole, whether or not the sender was told. */
	received: ParsedMail[]
	/** Every recipient that was named, whatever came of it. */
	named: string[]
	/** Decides what happens to a recipient; `accept` for all until it is set. */
	conduct: (to: string) => Conduct
	close(): Promise<void>
}

function refusal(code: number): Error {
	return Object.assign(new Error('no'), { responseCode: code })
}

/** A mail server on a port of its own that behaves as badly as it is told to. */
export async function startMailSink(port = 0): Promise<MailSink> {
	const sockets = new Map<number, Socket>()
	const sink: MailSink = { url: '', received: [], named: [], conduct: () => 'accept', close: async () => {} }
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['AUTH', 'STARTTLS'],
		disableReverseLookup: true,
		closeTimeout: 100,
		logger: false,
		onConnect: (_session, answer) => answer(sink.conduct('') === 'turn-away' ? refusal(421) : null),
		onRcptTo(address, _session, answer) {
			sink.named.push(address.address)
			const conduct = sink.conduct(address.address)
			if (conduct === 'hang') return
			answer(conduct === 'defer' ? refusal(451) : conduct === 'refuse' ? refusal(550) : null)
		},
		onData(stream, session, answer) {
			const conduct = sink.conduct(session.envelope.rcptTo[0]?.address ?? '')
			simpleParser(stream).then((mail) => {
				if (conduct === 'hang-late') return
				if (conduct === 'refuse-content') return answer(refusal(554))
				sink.received.push(mail)
				if (conduct === 'drop') sockets.get(session.remotePort)?.destroy()
				else answer(null)
			}, answer)
		},
	})
	server.on('error', () => {})
	server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket))
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
	const address: AddressInfo | string | null = server.server.address()
	if (address === null || typeof address === 'string') throw new Error('The mail sink has no port')
	sink.url = `smtp://127.0.0.1:${address.port}`
	sink.close = () =>
		new Promise((resolve) => {
			for (const socket of sockets.values()) socket.destroy()
			server.close(resolve)
		})
	return sink
}
