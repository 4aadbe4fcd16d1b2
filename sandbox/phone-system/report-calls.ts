import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sign } from './signature.ts'
import type { PhoneStore } from './store.ts'

export interface ReportOptions {
	/** Where the portal takes reports, and what they are signed with. */
	usageUrl: string
	usageSecret: string
}

const reply = z.object({
	calls: z.array(z.object({ id: z.string(), state: z.string(), error: z.string().optional() })),
})

/** Writes down a call that is over. */
export function endCall(store: PhoneStore, prisoner: string, minutes: number, at: Date): void {
	const id = `call-${randomBytes(8).toString('hex')}`
	store.calls.push({ id, prisoner, minutes, endedAt: at.toISOString(), answer: null })
}

/** Reports what was not taken yet; what went wrong is tried again with the next call. Null, or why nothing was taken. */
export async function reportCalls(store: PhoneStore, { usageSecret, usageUrl }: ReportOptions): Promise<string | null> {
	const open = store.calls.filter((one) => one.answer === null)
	const body = JSON.stringify({
		calls: open.map(({ id, prisoner, minutes, endedAt }) => ({ id, prisoner, minutes, endedAt })),
	})
	try {
		const response = await fetch(usageUrl, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'samvaer-signature': sign(body, usageSecret) },
			body,
			signal: AbortSignal.timeout(10_000),
		})
		if (response.status !== 200) return `Samvær svarte ${response.status}`
		for (const answer of reply.parse(await response.json()).calls) {
			const call = open.find((one) => one.id === answer.id)
			if (call) call.answer = answer.error ?? answer.state
		}
		return null
	} catch (error) {
		return `Samvær svarte ikke: ${error instanceof Error ? error.message : String(error)}`
	} finally {
		await store.save()
	}
}
