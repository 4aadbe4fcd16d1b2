import { countActs } from '#db/queries/audit.ts'
import { writeAudit } from './audit.server.ts'
import type { OfficerActor } from './authorise.ts'
import type { Ctx } from './context.ts'

/** Enough to see that somebody tries doors, and too few to fill the trail. */
const mostAnHour = 60

const hour = 3_600_000

/** What an officer was refused: the page by its pattern, what was answered, and the reference or code that was asked for. */
export interface RefusedAccess {
	page: string
	status: 403 | 404
	ref: string | null
}

/** Leaves a trace of what an officer was refused: a page without the role, a reference or code that is not theirs to see. */
export async function noteRefusedAccess(ctx: Ctx & { actor: OfficerActor }, refused: RefusedAccess): Promise<void> {
	const { officerId: actorId, facilityId } = ctx.actor
	const since = new Date(ctx.now.getTime() - hour)
	if ((await countActs(ctx.db, { actorId, action: 'access.refuse', since })) >= mostAnHour) return
	const detail = { ...refused }
	await writeAudit(ctx.db, ctx, {
		action: 'access.refuse',
		subjectKind: 'officer',
		subjectId: actorId,
		facilityId,
		detail,
	})
}
