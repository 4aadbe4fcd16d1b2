import type { Visit } from '../booking/asked.ts'
import { isAdultOn } from '../booking/party.ts'
import type { LocalDate } from '../calendar/oslo.ts'

/** Whether a child of the prisoner who is under 18 on the day comes along. */
export function bringsOwnChild(visit: Visit, day: LocalDate): boolean {
	return visit.party.some((member) => member.permit?.relationship === 'child' && !isAdultOn(member, day))
}
