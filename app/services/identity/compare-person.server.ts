import { compareBirthDate } from '#app/domain/identity/birth-date.ts'
import { compareName } from '#app/domain/identity/compare-name.ts'
import type { Identity } from '#app/integrations/oidc.server.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type PersonComparison, setPersonComparison, type VisitorAccount } from '#db/queries/identity/accounts.ts'
import { writeAudit } from '../audit.server.ts'
import { asSystem, type NobodyCtx } from './nobody.ts'

type Evidence = Pick<Identity, 'born' | 'givenName' | 'familyName'> & { nationalNumber: string }
type Stated = Pick<VisitorAccount, 'born' | 'givenName' | 'familyName'>

/** What a person's birth date and name are worth, held against the issuer's claims and the national number. */
export function comparePerson(
	stated: Stated & Pick<PersonComparison, 'birthDateSource'>,
	evidence: Evidence,
): PersonComparison & { refused: boolean } {
	const { confirmedBy, comparison, otherDate, refused } = compareBirthDate(stated.born, {
		claimed: evidence.born,
		nationalNumber: evidence.nationalNumber,
	})
	return {
		birthDateSource: confirmedBy ?? stated.birthDateSource,
		birthDateComparison: comparison,
		otherBirthDate: otherDate,
		nameComparison: compareName(stated, evidence),
		refused,
	}
}

/** Marks at a sign-in what now differs, or agrees, of someone known. What cannot be compared this time stays as it was marked. */
export async function markPerson(
	tx: DbOrTx,
	ctx: NobodyCtx,
	visitor: VisitorAccount,
	evidence: Evidence,
): Promise<void> {
	const { refused: _never, ...found } = comparePerson(visitor, evidence)
	const { birthDateSource, birthDateComparison, otherBirthDate } =
		found.birthDateComparison === 'not-compared' ? visitor : found
	const nameComparison = found.nameComparison === 'not-compared' ? visitor.nameComparison : found.nameComparison
	const marks: PersonComparison = { birthDateSource, birthDateComparison, otherBirthDate, nameComparison }
	const unchanged =
		birthDateSource === visitor.birthDateSource &&
		birthDateComparison === visitor.birthDateComparison &&
		otherBirthDate === visitor.otherBirthDate &&
		nameComparison === visitor.nameComparison
	if (unchanged) return
	await setPersonComparison(tx, visitor.id, marks)
	await writeAudit(tx, asSystem(ctx), {
		action: 'visitor.compare',
		subjectKind: 'visitor',
		subjectId: visitor.id,
		detail: { birthDate: birthDateComparison, name: nameComparison },
	})
}
