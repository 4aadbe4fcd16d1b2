import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { settingNames } from '#app/config.server.ts'

/* No container is built here: what can be held is that the files name paths, commands and settings that there are. */

const root = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const compose = z
	.object({
		services: z.record(
			z.string(),
			z.object({
				command: z.array(z.string()).optional(),
				environment: z.record(z.string(), z.string()).optional(),
				env_file: z.string().optional(),
			}),
		),
	})
	.parse(parse(read('compose.yaml')))
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')))
const workerInputs = [...read('vite.worker.config.ts').matchAll(/^\t+'?([\w-]+)'?: '[\w/-]+\.ts',$/gm)].map(
	([, name]) => name,
)

describe('Dockerfile', () => {
	const dockerfile = read('Dockerfile')

	it('copies only what is in the repository or comes out of the build', () => {
		const copied = [...dockerfile.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)].flatMap(([, paths]) =>
			(paths ?? '').split(' '),
		)
		const inside = copied.map((path) => path.replace(/^\/srv\/samvaer\/|^\.\//, ''))
		expect(
			inside.filter((path) => !['.', 'node_modules', 'build'].includes(path) && !existsSync(join(root, path))),
		).toEqual([])
	})

	it('starts the web application as npm start does', () => {
		const command = z.array(z.string()).parse(JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]'))
		expect(`exec ${command.join(' ')}`).toBe(scripts.start)
	})

	it('sets only settings that are read', () => {
		const set = [...(/^ENV (.*)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name)
		expect(set.filter((name) => name === undefined || !settingNames.includes(name))).toEqual([])
		expect(set).toContain('NODE_ENV')
	})

	it('uses the recommended Node', () => {
		const images = [...dockerfile.matchAll(/^FROM node:(\d+)-/gm)].map(([, version]) => version)
		expect(new Set(images)).toEqual(new Set([read('.nvmrc').trim()]))
	})
})

describe('compose.yaml', () => {
	it('runs programs that the build makes', () => {
		const programs = Object.values(compose.services).flatMap(({ command }) => command?.at(-1) ?? [])
		expect(programs.length).toBeGreaterThan(1)
		for (const program of programs) expect(workerInputs).toContain(/^build\/worker\/(.+)\.js$/.exec(program)?.[1])
	})

	it('gives the owner of the database to the migrations alone', () => {
		const { migrate, ...others } = compose.services
		expect(Object.keys(migrate?.environment ?? {})).toEqual(['DATABASE_OWNER_URL'])
		expect(JSON.stringify(others)).not.toContain('DATABASE_OWNER_URL')
	})
})
