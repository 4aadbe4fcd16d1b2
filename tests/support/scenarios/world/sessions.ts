import { and, eq } from 'drizzle-orm'
import { sessionTemplate, visitSession } from '#db/schema/index.ts'
import { type Ref, toRef } from '../parse/fields.ts'
import type { World } from './world.ts'

/** A template's session is named by the template and its date: `X@2026-11-26`. */
export function ofTemplate(label: string): { template: string; date: string } | null {
	const at = label.lastIndexOf('@')
	return at > 0 ? { template: label.slice(0, at), date: label.slice(at + 1) } : null
}

/** The id of a session, of the file or made from a template. @throws when there is none */
export async function sessionId(world: World, ref: Ref<'session'>): Promise<string> {
	const known = world.labels.find(ref)
	if (known !== null) return known
	const made = ofTemplate(ref.label)
	if (!made) throw new Error(`there is no session ${ref.label}`)
	const [row] = await world.owner
		.select({ id: visitSession.id })
		.from(visitSession)
		.where(
			and(
				eq(visitSession.templateId, world.labels.idOf(toRef('template', made.template))),
				eq(visitSession.templateDate, made.date),
			),
		)
	if (!row) throw new Error(`there is no session ${ref.label}`)
	return row.id
}

/** What the author calls a session. */
export async function sessionLabel(world: World, id: string): Promise<string> {
	const known = world.labels.labelOf('session', id)
	if (known !== id) return known
	const [row] = await world.owner
		.select({ templateId: sessionTemplate.id, date: visitSession.templateDate })
		.from(visitSession)
		.innerJoin(sessionTemplate, eq(sessionTemplate.id, visitSession.templateId))
		.where(eq(visitSession.id, id))
	return row ? `${world.labels.labelOf('template', row.templateId)}@${row.date}` : id
}
