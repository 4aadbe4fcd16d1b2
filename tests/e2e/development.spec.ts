import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { overview } from '#sandbox/overview.ts'
import { keptFolder } from '#sandbox/postgres/place.ts'

/* The development server, on a copy of the sources so that a save here disturbs nobody. */

const root = resolve(import.meta.dirname, '../..')

interface Workshop {
	app: string
	/** Saves a file as `edit` makes it. */
	save(file: string, edit: (text: string) => string): void
	printed(): string
}

const test = base.extend<{ workshop: Workshop }>({
	workshop: async ({ browserName: _ }, use) => {
		const folder = copyOfSources()
		const dataDir = join(folder, '.data')
		const env = { ...process.env, SAMVAER_DATA_DIR: dataDir, SAMVAER_ENV: '', DATABASE_URL: '', DATABASE_OWNER_URL: '' }
		const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/demo.ts', '--development', '--json'], {
			cwd: folder,
			env,
			stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		})
		const said = { out: '', err: '' }
		child.stdout?.on('data', (chunk: Buffer) => {
			said.out += chunk.toString('utf8')
		})
		child.stderr?.on('data', (chunk: Buffer) => {
			said.err += chunk.toString('utf8')
		})
		try {
			await expect.poll(() => `${said.out}${child.exitCode ?? ''}`, { timeout: 120_000 }).toContain('\n')
			const { app } = overview.parse(JSON.parse(said.out))
			await use({
				app,
				printed: () => said.err,
				save(file, edit) {
					const path = join(folder, file)
					const before = readFileSync(path, 'utf8')
					const after = edit(before)
					expect(after).not.toBe(before)
					writeFileSync(path, after)
				},
			})
		} finally {
			await stop(child)
			rmSync(keptFolder(dataDir), { recursive: true, force: true })
			rmSync(folder, { recursive: true, force: true })
		}
	},
})

function copyOfSources(): string {
	const folder = mkdtempSync(join(tmpdir(), 'samvaer-development-'))
	const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		cwd: root,
		encoding: 'utf8',
	})
	for (const file of files.split('\n').filter((name) => name !== '' && !/^(docs|tests)\//.test(name)))
		if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file))
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
	return folder
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return
	const ended = new Promise((done) => child.once('close', done))
	child.kill('SIGTERM')
	await ended
}

// The first start fills a database, which takes its time on a busy machine.
test.describe.configure({ timeout: 240_000 })

test('a saved file shows in the browser and restarts the worker, and a failure names its line @script', async ({
	page,
	workshop,
}) => {
	await page.goto(`${workshop.app}/help`)
	const heading = page.getByRole('heading', { level: 1 })
	await test.step('a text', async () => {
		const title = await heading.textContent()
		// Saved again until it is heard: the page may not listen yet when it is first there.
		await expect(async () => {
			workshop.save('app/i18n/nb/help.ts', (text) => `${text.replace(`'${title}'`, "'Slik er det nå'")}\n`)
			await expect(heading).toHaveText('Slik er det nå', { timeout: 3_000 })
		}).toPass()
	})
	await test.step('a style', async () => {
		workshop.save('app/styles/family.css', (text) => `${text}\nh1 { letter-spacing: 7px }\n`)
		await expect(heading).toHaveCSS('letter-spacing', '7px')
	})
	await test.step('the worker', async () => {
		await expect.poll(() => workshop.printed().split('The worker is running').length - 1).toBeGreaterThan(1)
	})
	await test.step('a failure', async () => {
		workshop.save('app/routes/_family.help.tsx', (text) =>
			text.replace('	return (', "	if (handle.title) throw new Error('Broken on purpose')\n	return ("),
		)
		await expect(page.getByText('Broken on purpose')).toBeVisible()
		await expect(page.getByText('app/routes/_family.help.tsx:7')).toBeVisible()
	})
})
