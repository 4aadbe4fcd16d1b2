import { spawn } from 'node:child_process'
import { root } from './run.mjs'

/**
 * Runs sandbox/demo.ts until it ends, and ends with its exit code.
 *
 * @param {string[]} args
 */
export function runSandbox(args) {
	const sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/demo.ts', ...args], {
		cwd: root,
		// Its line to us tells it when we are gone, however we went.
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		// Of the terminal's Ctrl-C it hears through us, once.
		detached: true,
	})
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => sandbox.kill(signal))
	// npm may be killed without a word.
	const parent = process.ppid
	const watch = setInterval(() => {
		if (process.ppid === parent) return
		clearInterval(watch)
		sandbox.kill('SIGTERM')
	}, 1_000)
	sandbox.on('exit', (code) => process.exit(code ?? 1))
}
