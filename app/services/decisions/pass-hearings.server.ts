import { localDate } from '#app/domain/calendar/oslo.ts'
import { lockHearing, selectOverdueHearings, updateHearingState } from '#db/queries/decisions/hearings.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { transaction } from '../transaction.server.ts'

const batch = 50

/** Writes down that the last day to answer is over, where nobody has. Returns how many hearings have passed. */
export async function passHearings(ctx: Ctx): Promise<number> {
	const today = localDate(ctx.now)
	let done = 0
	for (const id of await selectOverdueHearings(ctx.db, today, batch)) {
		done += await transaction(ctx.db, async (tx) => {
			const hearing = await lockHearing(tx, id)
			if (hearing.state !== 'open' || hearing.answerUntil === null || hearing.answerUntil >= today) return 0
			await updateHearingState(tx, id, 'passed')
			await writeAudit(tx, ctx, { action: 'hearing.pass', subjectKind: 'hearing', subjectId: id })
			return 1
		})
	}
	return done
}
