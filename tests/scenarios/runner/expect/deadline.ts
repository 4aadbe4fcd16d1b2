import { selectLatestDecision } from '#db/queries/applications/read.ts'
import { applicationTouched } from './application.ts'
import { difference } from './compare.ts'
import type { Seen } from './seen.ts'

/** The last day to appeal the application's latest decision. */
export async function deadline(seen: Seen, wanted: string): Promise<string | null> {
	const id = await applicationTouched(seen)
	const latest = id === null ? null : await selectLatestDecision(seen.fixture.db, id)
	return difference('deadline', wanted, latest?.appealUntil ?? 'none')
}
