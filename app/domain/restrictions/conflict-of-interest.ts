// Forvaltningsloven § 6: nobody decides a case on people close to them, nor the appeal against their own decision.

/** Someone whom the case is about, with the officers related to them. */
export interface CaseParty {
	relatedOfficerIds: readonly string[]
}

export function isRelated(officerId: string, parties: readonly CaseParty[]): boolean {
	return parties.some((party) => party.relatedOfficerIds.includes(officerId))
}

/** Whether the officer may be the second pair of eyes: neither who drafted the decision, nor related to a party. */
export function mayApproveAsSecond(officerId: string, draftedBy: string, parties: readonly CaseParty[]): boolean {
	return officerId !== draftedBy && !isRelated(officerId, parties)
}

/** Whether the officer may answer an appeal: neither the first decider nor who approved, nor related to a party. */
export function mayAnswerAppeal(
	officerId: string,
	{ draftedBy, approvedBy }: { draftedBy: string; approvedBy: string | null },
	parties: readonly CaseParty[],
): boolean {
	return officerId !== draftedBy && officerId !== approvedBy && !isRelated(officerId, parties)
}
