import type { BookingLine } from './bookings-table.tsx'

interface Visit extends Omit<BookingLine, 'party'> {
	party: readonly { name: string; age: number }[]
}

/** A visit as a line of the day: names, and the age of whoever is a child. */
export function lineOf({ visit }: { visit: Visit }): BookingLine {
	const { ref, code, state, underReview, gate, start, end, prisoner, unit, setting, room } = visit
	const party = visit.party.map(({ name, age }) => (age < 18 ? `${name} (${age})` : name))
	return { ref, code, state, underReview, gate, start, end, prisoner, unit, setting, room, party }
}
