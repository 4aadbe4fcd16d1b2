import type { PhoneAnswer, PhoneSystem } from '#app/integrations/phone-system.server.ts'
import type { Random } from '#sandbox/seeds/random.ts'

/** A phone system with moods, that takes each credit once by its id and remembers what it said for good. */
export interface FakePhone extends PhoneSystem {
	/** What it has put at each prisoner's disposal in all, in whole øre. */
	readonly given: ReadonlyMap<string, number>
	readonly answers: ReadonlyMap<string, { ore: number; answer: PhoneAnswer }>
	/** From now on it answers at once. */
	calmDown(): void
}

export function createFakePhone(random: Random): FakePhone {
	const given = new Map<string, number>()
	const answers = new Map<string, { ore: number; answer: PhoneAnswer }>()
	let calm = false
	return {
		given,
		answers,
		calmDown() {
			calm = true
		},
		async credit(id, prisonerNumber, ore) {
			const before = answers.get(id)
			if (before && before.ore !== ore) throw new Error('One credit, two amounts')
			if (before && before.answer !== 'pending') return before.answer
			if (!calm && random.chance(0.1)) throw new Error('not reached')
			const answer: PhoneAnswer =
				!calm && random.chance(0.2) ? 'pending' : ore > 0 && random.chance(0.03) ? 'refused' : 'accepted'
			answers.set(id, { ore, answer })
			if (answer === 'accepted') given.set(prisonerNumber, (given.get(prisonerNumber) ?? 0) + ore)
			if (!calm && answer !== 'pending' && random.chance(0.05)) throw new Error('lost on the way back')
			return answer
		},
	}
}
