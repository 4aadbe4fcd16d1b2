import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { PhoneAnswer, PhoneSystem } from '../phone-system.server.ts'
import { signatureHeader, signatureOf } from './signature.server.ts'

export interface PushSettings {
	url: URL
	secret: string
}

/** Short enough that ten credits, one after the other, are through before a worker's lease on them runs out. */
const patience = { attemptMs: 4_000, tries: 2, pauseMs: 250 }

const answer = z.object({ state: z.enum(['accepted', 'pending', 'refused']) })

/** What these say is about the connection between us, not about the credit: nobody's money goes back for it. */
const notAboutTheCredit = new Set([401, 403, 404, 405, 407, 408, 415, 421, 425, 429])

const longest = 10_000

/** The phone system could not be reached, or answered what cannot be understood: nothing is known. Tells no body. */
export class PhoneSystemError extends Error {
	override readonly name = 'PhoneSystemError'
}

/**
 * Sends each credit by itself, signed, under its own id. It arrives at least once; the phone system takes it once by its id.
 * A server's fault, silence or a broken line is tried again at once, and then left to whoever asks next.
 */
export function pushesCredits(
	{ secret, url }: PushSettings,
	{ attemptMs, pauseMs, tries }: typeof patience = patience,
): PhoneSystem {
	const attempt = async (id: string, body: string): Promise<PhoneAnswer> => {
		const response = await fetch(url, {
			method: 'POST',
			redirect: 'error',
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				'idempotency-key': id,
				// By the machine's own time: how old a message is, is between two machines.
				[signatureHeader]: signatureOf(body, secret, new Date()),
			},
			body,
			signal: AbortSignal.timeout(attemptMs),
		})
		return evaluationOf(response.status, await response.text())
	}
	return {
		async credit(id, prisonerNumber, ore) {
			const body = JSON.stringify({ id, prisoner: prisonerNumber, ore, currency: 'NOK' })
			for (let tried = 1; ; tried++) {
				try {
					return await attempt(id, body)
				} catch (error) {
					if (tried >= tries) throw error instanceof PhoneSystemError ? error : new PhoneSystemError(nameOf(error))
				}
				await pause(pauseMs * 2 ** (tried - 1))
			}
		},
	}
}

function evaluationOf(status: number, text: string): PhoneAnswer {
	if (status >= 400 && status < 500 && !notAboutTheCredit.has(status)) return 'refused'
	if (status !== 200 && status !== 202) throw new PhoneSystemError(`answer ${status}`)
	const parsed = text.length > longest ? null : answer.safeParse(jsonOf(text))
	if (!parsed?.success) throw new PhoneSystemError(`answer ${status} that says nothing`)
	return parsed.data.state
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
