import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { assertNotProduction } from './assert-not-production.ts'

/* A command of the application against the demo's database, which is started for it where the demo does not run. */

async function run([script = '', ...args]: string[]): Promise<number> {
	assertNotProduction(process.env)
	const { keptFolder } = await import('./postgres/place.ts')
	const { startPostgres } = await import('./postgres/start.ts')
	const root = resolve(import.meta.dirname, '..')
	const dataDir = resolve(process.env.SAMVAER_DATA_DIR ?? join(root, '.data'))
	const folder = keptFolder(dataDir)
	if (!(await stat(join(folder, 'cluster')).catch(() => null)))
		throw new Error('There is no demo yet. Run npm run demo first, or set DATABASE_URL.')
	const server = await startPostgres({ folder, durable: true, log: (line) => console.error(line) })
	try {
		const child = spawn(process.execPath, ['--enable-source-maps', join(root, script), ...args], {
			cwd: process.env.INIT_CWD ?? root,
			env: {
				...process.env,
				SAMVAER_ENV: 'demo',
				NODE_ENV: 'production',
				DATABASE_URL: server.appUrl,
				SAMVAER_CLOCK_FILE: join(dataDir, 'clock'),
			},
			stdio: 'inherit',
		})
		const [code] = await once(child, 'exit')
		return typeof code === 'number' ? code : 2
	} finally {
		if (!server.adopted) await server.stop()
	}
}

run(process.argv.slice(2)).then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error)
		process.exit(2)
	},
)
