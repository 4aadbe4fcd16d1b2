import { checksOfCase } from '#app/services/applications/case.server.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import { applicationTouched } from './application.ts'
import { listDifference } from './compare.ts'
import type { Seen } from './seen.ts'

/** The checks that are still open on the application. */
export async function missing(seen: Seen, wanted: readonly string[]): Promise<string | null> {
	const { db, now } = seen.fixture
	const id = await applicationTouched(seen)
	const found = id === null ? null : await selectCase(db, { id })
	if (!found) return 'missing: the step touched no application'
	const { missing: came } = await checksOfCase(db, found, now)
	return listDifference('missing', wanted, came)
}
