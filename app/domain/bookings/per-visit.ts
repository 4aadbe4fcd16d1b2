import type { Visit } from './rule-input.ts'

/**
 * What a rule needs to know of the visit alone, worked out once: a calendar asks about one visit at some hundred places.
 * Remembered for as long as there is that very visit, and worked out anew when what else it depends on is another.
 */
export function perVisit<Other, T>(workOut: (visit: Visit, other: Other) => T): (visit: Visit, other: Other) => T {
	const known = new WeakMap<Visit, { other: Other; found: T }>()
	return (visit, other) => {
		const last = known.get(visit)
		if (last && last.other === other) return last.found
		const found = workOut(visit, other)
		known.set(visit, { other, found })
		return found
	}
}
