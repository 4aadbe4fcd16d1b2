import { z } from 'zod'
import { changeSession as change } from '#app/services/timetable/change-session.server.ts'
import { ctxOfOfficer } from '../fixture/actor.ts'
import { sessionId } from '../fixture/sessions.ts'
import { ref, time } from '../parse/fields.ts'
import { minutes, sessionFields } from '../parse/given-timetable.ts'
import { doneQuietly } from '../run/outcome.ts'
import { verb } from './verb.ts'

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
	async run(fixture, { session, ...changes }) {
		await change(ctxOfOfficer(fixture), { session: { id: await sessionId(fixture, session) }, change: changes })
		return doneQuietly
	},
})
