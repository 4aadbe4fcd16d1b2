import { migrate } from './migrate.ts'

/**
 * What a deployment runs before the new version starts, as the role that owns the tables. It knows nothing of the
 * application's own configuration, so it reads its one variable itself.
 */
const ownerUrl = process.env.DATABASE_OWNER_URL
if (!ownerUrl) {
	console.error('DATABASE_OWNER_URL is missing: the role that owns the tables runs the migrations.')
	process.exit(1)
}
try {
	const { applied } = await migrate(ownerUrl, { log: (line) => console.log(line) })
	console.log(
		applied.length === 0 ? 'The database is up to date.' : `${applied.length} applied. The database is up to date.`,
	)
} catch (error) {
	console.error(error instanceof Error ? error.message : error)
	process.exit(1)
}
