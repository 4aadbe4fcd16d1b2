import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'

export interface WorkerProcess {
	child: ChildProcess
	/** Every line it has logged. */
	lines: string[]
	exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const jwk = () =>
	JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }))
const key = () => randomBytes(32).toString('base64')

/** A worker as it runs in life: a process of its own, told everything by its environment. */
export function startWorker(given: { databaseUrl: string; smtpUrl: string; clockFile: string }): WorkerProcess {
	const child = spawn(process.execPath, ['--import', 'tsx', 'worker/index.ts'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: {
			PATH: process.env.PATH,
			NODE_ENV: 'production',
			SAMVAER_ENV: 'test',
			PUBLIC_ORIGIN: 'https://samvaer.example',
			DATABASE_URL: given.databaseUrl,
			FAMILY_OIDC_ISSUER: 'https://family.example',
			FAMILY_OIDC_CLIENT_ID: 'samvaer',
			FAMILY_OIDC_CLIENT_JWK: jwk(),
			STAFF_OIDC_ISSUER: 'https://staff.example',
			STAFF_OIDC_CLIENT_ID: 'samvaer',
			STAFF_OIDC_CLIENT_JWK: jwk(),
			PID_KEYS: `a:${key()}`,
			PID_INDEX_KEY: key(),
			SMTP_URL: given.smtpUrl,
			SAMVAER_CLOCK_FILE: given.clockFile,
		},
	})
	const lines: string[] = []
	for (const stream of [child.stdout, child.stderr]) {
		stream
			.setEncoding('utf8')
			.on('data', (text: string) => lines.push(...text.split('\n').filter((line) => line !== '')))
	}
	const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
		child.on('exit', (code, signal) => resolve({ code, signal }))
	})
	return { child, lines, exited }
}
