import { addDays } from '#app/domain/calendar/oslo.ts'
import { somePool } from '../names.ts'
import { addAdult, type Member, type Registry } from './families.ts'
import type { SeedPrisoner } from './prisoner.ts'

/** A lawyer with some clients in one facility. */
export interface Counsel {
	clients: { prisoner: SeedPrisoner; member: Member }[]
}

const clientsOfOne = 5

/** A lawyer and their permits. Clients behind glass are left out: the facility's room for counsel has none. */
export function addCounsel(registry: Registry, prisoners: readonly SeedPrisoner[], serial: number): Counsel {
	const { random, ids, rows, since, today } = registry
	const lawyer = addAdult(registry, `counsel-${serial}`, somePool(random))
	const open = prisoners.filter(({ securityLevel }) => securityLevel !== 'special-high')
	const first = random.whole(0, Math.max(0, open.length - 1))
	const mine = Array.from({ length: Math.min(clientsOfOne, open.length) }, (_, n) => open[(first + n) % open.length])
	const clients = mine
		.filter((prisoner) => prisoner !== undefined)
		.map((prisoner) => {
			const permitId = ids.id(since)
			const permitRef = ids.ref()
			rows.permits.push({
				id: permitId,
				ref: permitRef,
				visitorId: lawyer.visitorId,
				prisonerId: prisoner.id,
				decisionId: null,
				state: 'active',
				controls: [],
				channels: ['visit', 'phone'],
				relationship: 'other',
				track: 'official',
				officialKind: random.chance(0.6) ? 'defence-counsel' : 'lawyer',
				guardianConsent: true,
				validFrom: null,
				validTo: null,
				recheckDue: addDays(today, random.whole(60, 300)),
			})
			return { prisoner, member: { ...lawyer, permitId, permitRef, adult: true, holds: true } }
		})
	return { clients }
}
