import type { LocalDate } from '#app/domain/calendar/oslo.ts'
import { nameInList } from '#app/domain/person-name.ts'
import { selectCase } from '#db/queries/applications/read.ts'
import { writeAudit } from '../audit.server.ts'
import { auditedRead } from '../audited-read.server.ts'
import { requireOfficerHere } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { isTypedName, prisonerHere } from './link-prisoner.server.ts'

/** Whom an application would be linked to. */
export interface LinkPreview {
	number: string
	name: string
	born: LocalDate
	unit: string
	isTypedName: boolean
}

/**
 * The prisoner of a number as an officer sees them before linking; null when there is none in the officer's facility. Looking is
 * logged. @throws ServiceError `not-found`, `not-allowed`
 */
export function previewLink(ctx: Ctx, input: { ref: string; number: string }): Promise<LinkPreview | null> {
	return auditedRead(ctx, async (tx) => {
		const officer = requireOfficerHere(ctx, 'screen-applications')
		const found = await selectCase(tx, { ref: input.ref })
		if (!found || (found.prisoner && found.prisoner.facilityId !== officer.facilityId))
			throw new ServiceError('not-found', 'There is no such application')
		const prisoner = await prisonerHere(tx, officer, input.number)
		await writeAudit(tx, ctx, {
			action: 'application.link-preview',
			subjectKind: 'application',
			subjectId: found.application.id,
			detail: { prisoner: prisoner?.id ?? null },
		})
		if (!prisoner) return null
		const { number, born, unit } = prisoner
		return { number, born, unit, name: nameInList(prisoner), isTypedName: isTypedName(found, prisoner) }
	})
}
