import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate.ts'
import { onDatabase, withConnection } from '#sandbox/postgres/databases.ts'
import { startThrowaway } from '#sandbox/postgres/throwaway.ts'
import { mutantOfRun } from './mutant.ts'

declare module 'vitest' {
	export interface ProvidedContext {
		/** A server, and the name of a migrated, empty database on it that tests clone. */
		database: { adminUrl: string; ownerUrl: string; appUrl: string; template: string }
	}
}

/** One server for the run: a throwaway one, or the one given by DATABASE_OWNER_URL, whose role may create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = given() ?? (await startThrowaway(() => {}))
	const template = `samvaer_template_${process.pid}`
	await withConnection(server.adminUrl, async (sql) => {
		await sql`create database ${sql(template)} owner ${sql(new URL(server.ownerUrl).username)}`
	})
	await migrate(onDatabase(server.ownerUrl, template))
	const mutant = mutantOfRun()
	if (mutant && 'sql' in mutant)
		await withConnection(onDatabase(server.ownerUrl, template), (sql) => sql.unsafe(mutant.sql))
	const { adminUrl, ownerUrl, appUrl } = server
	project.provide('database', { adminUrl, ownerUrl, appUrl, template })
	return async () => {
		await withConnection(adminUrl, async (sql) => {
			await sql`drop database if exists ${sql(template)} with (force)`
		})
		await server.stop()
	}
}

function given() {
	const ownerUrl = process.env.DATABASE_OWNER_URL
	const appUrl = process.env.DATABASE_URL
	if (!ownerUrl) return null
	if (!appUrl)
		throw new Error('DATABASE_OWNER_URL is set, so DATABASE_URL must name the application role on the same server')
	return { adminUrl: ownerUrl, ownerUrl, appUrl, stop: async () => {} }
}
