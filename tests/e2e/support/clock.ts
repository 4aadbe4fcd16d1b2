import { z } from 'zod'

/** The clock of the run's world. It is everyone's: who moves it puts it back, which the fixture does. */
export interface WorldClock {
	/** To an instant, or to wall time in Oslo without an offset. */
	moveTo(time: string): Promise<void>
	advance(minutes: number): Promise<void>
	/** The time in the world. */
	now(): Promise<Date>
	toRealTime(): Promise<void>
}

const told = z.object({ now: z.iso.datetime() })

export function clockAt(url: string): WorldClock {
	const ask = async (form?: Record<string, string>) => {
		const headers = { accept: 'application/json' }
		const answer = await fetch(url, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers })
		if (!answer.ok) throw new Error(`The clock answers ${answer.status}: ${await answer.text()}`)
		return new Date(told.parse(await answer.json()).now)
	}
	return {
		moveTo: async (to) => void (await ask({ to })),
		advance: async (minutes) => void (await ask({ advanceMinutes: String(minutes) })),
		now: () => ask(),
		toRealTime: async () => void (await ask({ real: 'yes' })),
	}
}
