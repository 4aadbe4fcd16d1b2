import type { DbOrTx } from '#db/client.server.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import type { ApplicationRow } from '#db/queries/applications/write.ts'
import type { DecisionRow } from '#db/queries/decisions/decisions.ts'
import type { Key } from '#db/queries/key.ts'
import type { Ctx } from '../context.ts'
import { decide } from '../decisions/decide.server.ts'

export interface GrantInput {
	application: Key
	/** The application's version as the page showed it; left out, it is granted as it is now. */
	version?: number
}

export interface Granted {
	application: ApplicationRow
	decision: DecisionRow
}

/**
 * Grants an application without limits, when every check is clear. The permit is there and the letter is sent at once. Granted
 * by the same officer before, it stays as it is.
 *
 * @throws ServiceError as `decide`; `incomplete` where a check speaks against it, or the facility asks for two officers
 */
export async function grantApplication(ctx: Ctx, { application, version }: GrantInput): Promise<Granted> {
	const seen = version === undefined ? {} : { version }
	const decision = await decide(ctx, { subject: { application }, outcome: 'granted', alone: true, ...seen })
	return { application: await decided(ctx.db, application), decision }
}

async function decided(db: DbOrTx, key: Key): Promise<ApplicationRow> {
	const found = await selectCase(db, key)
	if (!found) throw new Error('An application is never deleted')
	return found.application
}
