import type { ServerBuild } from '@remix-run/node'
import type { Logger } from 'pino'
import type { Config } from '#app/config.server.ts'
import type { Db } from '#db/client.server.ts'

/** What the web server is made of. */
export interface Deps {
	config: Config
	db: Db
	/** The application's clock. */
	now: () => Date
	log: Logger
	build: ServerBuild
	/** The folder of the files that browsers fetch. */
	clientFolder: string
	/** Whether this process is on its way out. */
	isStopping: () => boolean
}
