import { foldedName } from '#app/domain/fold-name.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import { traitEvents } from '../prisoners/change-prisoner.server.ts'
import type { PrisonerEvent } from '../prisoners/record-events.server.ts'
import { custodyEvents } from '../prisoners/set-custody.server.ts'
import { transferEvent } from '../prisoners/transfer-prisoner.server.ts'

/** Every aspect that a row has otherwise than it stood, the transfer last. */
export function rowEvents(before: PrisonerRow, row: RegisterRow): PrisonerEvent[] {
	const { facilityId, unit, securityLevel, legalStatus, custody } = row
	const moves = facilityId !== before.facilityId
	return [
		...personEvents(before, row),
		...custodyEvents(before, custody),
		// Who moves has the unit and the level of where they come to.
		...traitEvents(before, moves ? { legalStatus } : { unit, securityLevel, legalStatus }),
		...(moves ? [transferEvent(before, { to: facilityId, unit, securityLevel })] : []),
	]
}

const fields = ['givenName', 'familyName', 'born', 'language'] as const

/** A name, birth date or language as the register has it now. No rule of a visit reads them. */
function personEvents(before: PrisonerRow, row: RegisterRow): PrisonerEvent[] {
	const { givenName, familyName, born, language } = row
	const after = { givenName, familyName, born, language: language ?? before.language }
	const changed = fields.filter((field) => after[field] !== before[field])
	if (changed.length === 0) return []
	const change = { ...after, foldedName: foldedName(row) }
	return [{ action: 'prisoner.correct', detail: { fields: changed }, change, causes: null }]
}
