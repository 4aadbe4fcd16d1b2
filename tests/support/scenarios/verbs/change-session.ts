import { z } from 'zod'
import { changeSession as change } from '#app/services/events/change-session.server.ts'
import { ref, time } from '../parse/fields.ts'
import { minutes, sessionFields } from '../parse/given-timetable.ts'
import { doneQuietly } from '../run/outcome.ts'
import { ctxOfOfficer } from '../world/actor.ts'
import { sessionId } from '../world/sessions.ts'
import { verb } from './deed.ts'

const fields = z.strictObject({
	session: ref('session'),
	start: time.exactOptional(),
	minutes: minutes.exactOptional(),
	setting: sessionFields.setting.exactOptional(),
	area: sessionFields.area.exactOptional(),
	provides: sessionFields.provides.exactOptional(),
	groups: sessionFields.groups.exactOptional(),
	people: z.exactOptional(sessionFields.people),
	units: z.exactOptional(sessionFields.units),
	securityLevels: z.exactOptional(sessionFields.securityLevels),
	legalStatuses: z.exactOptional(sessionFields.legalStatuses),
	track: sessionFields.track.exactOptional(),
	approval: sessionFields.approval.exactOptional(),
})

export const changeSession = verb(fields, {
	async run(world, { session, ...changes }) {
		await change(ctxOfOfficer(world), { session: { id: await sessionId(world, session) }, change: changes })
		return doneQuietly
	},
})
