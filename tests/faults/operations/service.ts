import { type Child, startChild } from '#sandbox/child.ts'
import { environmentFor, type Settings } from '#sandbox/environment.ts'
import { readiness } from '#sandbox/readiness.ts'

/** The built application on a database that is there, once it can take requests. */
export async function startService(settings: Settings, logFile: string): Promise<Child> {
	const child = startChild({ name: 'The service', script: 'server.mjs', env: environmentFor(settings), logFile })
	await readiness(`http://127.0.0.1:${settings.appPort}/health/ready`, child.ended)
	return child
}
