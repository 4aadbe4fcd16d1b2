// npm run register, register-key, phone-usage, ledger:verify: a command of build/worker against the database of DATABASE_URL;
// where that is not set, against the demo's own.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { checkNode } from './node.mjs'
import { root } from './run.mjs'

checkNode()
const [name = '', ...args] = process.argv.slice(2)
const isGiven = Boolean(process.env.DATABASE_URL)
const built = `build/worker/${name}.js`
try {
	if (!isGiven) {
		await ensureInstalled()
		await ensureBuilt()
	}
	if (!existsSync(join(root, built))) throw new Error(`${built} is missing. Run npm run build first.`)
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(2)
}

const program = isGiven ? ['--enable-source-maps', join(root, built)] : ['--import', 'tsx', 'sandbox/command.ts', built]
const cwd = process.env.INIT_CWD ?? process.cwd()
const child = spawn(process.execPath, [...program, ...args], {
	// A file is meant from where the command was typed.
	cwd: isGiven ? cwd : root,
	env: { ...process.env, NODE_ENV: 'production', INIT_CWD: cwd },
	stdio: 'inherit',
})
child.on('exit', (code) => process.exit(code ?? 2))
