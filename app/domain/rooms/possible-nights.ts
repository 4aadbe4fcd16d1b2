import { overnightKinds, type Room } from './room.ts'

/** How many nights a stay in the room can have, fewest first: none, where one may not stay the night. */
export function possibleNights(room: Pick<Room, 'kind' | 'minHours' | 'maxHours' | 'opens' | 'closes'>): number[] {
	if (!overnightKinds.includes(room.kind)) return [0]
	// A stay of n nights begins and ends within the opening hours of its days, and the clock may change on the way.
	const openHours = hourOf(room.closes) - hourOf(room.opens)
	const most = Math.ceil((room.maxHours + openHours) / 24)
	const nights = Array.from({ length: most + 1 }, (_, count) => count)
	return nights.filter((count) => {
		const [shortest, longest] = count === 0 ? [0, openHours] : [24 * count - openHours - 1, 24 * count + openHours + 1]
		return longest >= room.minHours && shortest <= room.maxHours
	})
}

function hourOf(time: string): number {
	const [hours = 0, minutes = 0] = time.split(':').map(Number)
	return hours + minutes / 60
}
