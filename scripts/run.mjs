import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, wherever a script was called from. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Runs a command in the project's folder; its exit code. What it prints goes to stderr, so that stdout stays free for what
 * a program may want to read.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 2, 2] })
		child.on('error', () => resolve(127))
		child.on('close', (code) => resolve(code ?? 1))
	})
}

/**
 * Tries a command that may well fail, without showing its words; it is given up after so many silent milliseconds.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {number} silence
 * @returns {Promise<boolean>}
 */
export function attempt(command, args, silence) {
	return new Promise((resolve) => {
		const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
		const giveUp = () => child.kill('SIGKILL')
		let timer = setTimeout(giveUp, silence)
		const heard = () => {
			clearTimeout(timer)
			timer = setTimeout(giveUp, silence)
		}
		child.stdout.on('data', heard)
		child.stderr.on('data', heard)
		child.on('error', () => resolve(false))
		child.on('close', (code) => {
			clearTimeout(timer)
			resolve(code === 0)
		})
	})
}

/**
 * Runs npm, the one that runs us where there is one.
 *
 * @param {string[]} args
 */
export function npm(args) {
	const own = process.env.npm_execpath
	return own ? run(process.execPath, [own, ...args]) : run('npm', args)
}
