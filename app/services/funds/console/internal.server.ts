import { isAcknowledged } from '#app/domain/funds/acknowledged-alerts.ts'
import { patternDays, type UnusualPattern, unusualPatterns } from '#app/domain/funds/unusual-patterns.ts'
import { fullName } from '#app/domain/person-name.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { type AlertAcknowledgementRow, selectAlertAcknowledgements } from '#db/queries/funds/alert-acknowledgements.ts'
import { selectNames, selectPaidSince } from '#db/queries/funds/console.ts'

export interface NamedPattern extends UnusualPattern {
	payer: { ref: string; name: string } | null
	prisoner: { number: string; name: string } | null
}

/** What is unusual about the payments of a facility now and no officer has looked at, with the names of those who are there. */
export async function openAlerts(tx: DbOrTx, facilityId: string, now: Date): Promise<NamedPattern[]> {
	const { patterns, acknowledgements } = await patternsHere(tx, facilityId, now)
	return patterns.filter((one) => !isAcknowledged(one, acknowledgements))
}

/** All that is unusual, and what officers have looked at of it. */
export async function patternsHere(
	tx: DbOrTx,
	facilityId: string,
	now: Date,
): Promise<{ patterns: NamedPattern[]; acknowledgements: AlertAcknowledgementRow[] }> {
	const since = new Date(now.getTime() - patternDays * 86_400_000)
	const acknowledgements = await selectAlertAcknowledgements(tx, facilityId, since)
	const patterns = unusualPatterns(await selectPaidSince(tx, facilityId, since))
	const { visitors, prisoners } = await selectNames(tx, {
		visitorIds: patterns.flatMap(({ payerId }) => payerId ?? []),
		prisonerIds: patterns.flatMap(({ prisonerId }) => prisonerId ?? []),
		facilityId,
	})
	const named = patterns
		// Another facility's prisoner is another facility's affair.
		.filter(({ prisonerId }) => prisonerId === null || prisoners.has(prisonerId))
		.map((pattern) => {
			const payer = visitors.get(pattern.payerId ?? '')
			const prisoner = prisoners.get(pattern.prisonerId ?? '')
			return {
				...pattern,
				payer: payer ? { ref: payer.ref, name: fullName(payer) } : null,
				prisoner: prisoner ? { number: prisoner.number, name: fullName(prisoner) } : null,
			}
		})
	return { patterns: named, acknowledgements }
}
