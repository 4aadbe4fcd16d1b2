import { z } from 'zod'

/** The clock of the worker's world. Who moves it puts it back, which the fixture does. */
export interface StackClock {
	/** To an instant, or to wall time in Oslo without an offset. */
	moveTo(time: string): Promise<void>
	advance(minutes: number): Promise<void>
	/** The time in the world. */
	now(): Promise<Date>
	/** To where it would be had nobody moved it since this was asked for. */
	putBack(): Promise<void>
}

const told = z.object({ now: z.iso.datetime(), offsetMs: z.number() })

export async function clockAt(url: string): Promise<StackClock> {
	const ask = async (form?: Record<string, string>) => {
		const headers = { accept: 'application/json' }
		const answer = await fetch(url, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers })
		if (!answer.ok) throw new Error(`The clock answers ${answer.status}: ${await answer.text()}`)
		return told.parse(await answer.json())
	}
	const moveTo = async (to: string) => void (await ask({ to }))
	const { offsetMs } = await ask()
	return {
		moveTo,
		advance: async (minutes) => void (await ask({ advanceMinutes: String(minutes) })),
		now: async () => new Date((await ask()).now),
		putBack: () => moveTo(new Date(Date.now() + offsetMs).toISOString()),
	}
}
