import { setTimeout as pause } from 'node:timers/promises'

/** Waits until the application says that it can serve; gives up when a program ends, when asked to, or after a minute. */
export async function readiness(url: string, broken: Promise<string>, signal?: AbortSignal): Promise<void> {
	let ended: string | null = null
	void broken.then((reason) => {
		ended = reason
	})
	const deadline = Date.now() + 60_000
	for (let said = 'no answer'; ; ) {
		signal?.throwIfAborted()
		if (ended !== null) throw new Error(ended)
		try {
			const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
			if (response.status === 200) return
			said = `answer ${response.status}`
		} catch {
			said = 'no answer'
		}
		if (Date.now() > deadline) throw new Error(`The application is not ready after a minute (${said} from ${url}).`)
		await pause(100)
	}
}
