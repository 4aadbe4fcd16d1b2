import { spawn } from 'node:child_process'

export interface RunOptions {
	cwd: string
	uid?: number
	gid?: number
	/** Milliseconds until the command is given up. */
	timeout?: number
}

export interface Ran {
	code: number | null
	output: string
}

/** Runs a command to its end. A command that cannot be started is an error; one that fails is an answer. */
export function run(command: string, args: string[], options: RunOptions): Promise<Ran> {
	return new Promise((resolve, reject) => {
		const { timeout = 60_000, ...rest } = options
		const child = spawn(command, args, {
			...rest,
			timeout,
			env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C' },
			stdio: ['ignore', 'pipe', 'pipe'],
		})
		let output = ''
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8')
		})
		child.stderr.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8')
		})
		child.on('error', reject)
		child.on('close', (code) => resolve({ code, output: output.trim() }))
	})
}
