import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { registry, setBacklog, setPoolLimit } from '#app/integrations/metrics.server.ts'
import { selectBacklog } from '#db/queries/backlog.ts'
import type { Deps } from './deps.server.ts'
import { loggable } from './log.server.ts'

/**
 * Tells the metrics on a port of its own, which no visitor's request can reach: `/metrics`, and nothing else. How the
 * background work stands is read at each scrape; without the database the rest is told all the same.
 */
export async function startMetrics(
	{ db, now, log, config }: Pick<Deps, 'db' | 'now' | 'log' | 'config'>,
	{ host, port }: { host: string; port: number },
): Promise<Server> {
	setPoolLimit(config.databasePool)
	const tell = async () => {
		try {
			setBacklog(await selectBacklog(db, now()))
		} catch (error) {
			log.warn({ error: loggable(error) }, 'the backlog could not be read')
			setBacklog(null)
		}
		return registry.metrics()
	}
	const server = createServer((request, response) => {
		if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
		tell().then(
			(text) => response.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
			(error: unknown) => {
				log.error({ error: loggable(error) }, 'failed')
				response.writeHead(500).end()
			},
		)
	})
	server.listen(port, host)
	await once(server, 'listening')
	return server
}
