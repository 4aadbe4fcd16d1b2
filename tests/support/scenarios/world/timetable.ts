import { newId, newRef } from '#db/ids.ts'
import { visitSession } from '#db/schema/index.ts'
import { addRoom, addTemplate } from '#db/worlds/rows.ts'
import type { Given } from '../parse/given.ts'
import { type GivenSession, type GivenTemplate, weekdays } from '../parse/given-timetable.ts'
import type { World } from './world.ts'

export async function putTimetable(world: World, given: Given): Promise<void> {
	const { labels, owner } = world
	for (const [label, template] of Object.entries(given.templates)) {
		const { facility, weekday, time, validTo, ...row } = template
		const id = await addTemplate(owner, {
			...row,
			...offeredBy(label, template),
			facilityId: labels.idOf(facility),
			name: label,
			weekday: weekdays.indexOf(weekday) + 1,
			startTime: time,
			validTo: validTo ?? null,
		})
		labels.put('template', label, id)
	}
	for (const [label, session] of Object.entries(given.sessions)) {
		const { facility, start, minutes, ...row } = session
		const id = newId(world.now)
		await owner.insert(visitSession).values({
			...row,
			...offeredBy(label, session),
			id,
			ref: newRef(),
			facilityId: labels.idOf(facility),
			startsAt: start,
			endsAt: new Date(start.getTime() + minutes * 60_000),
		})
		labels.put('session', label, id)
	}
	for (const [label, { facility, ...row }] of Object.entries(given.rooms)) {
		const id = await addRoom(owner, { ...row, facilityId: labels.idOf(facility), name: label })
		labels.put('room', label, id)
	}
}

/** An area of its own where none is given; watched by an officer unless it is official. */
function offeredBy(label: string, { area, provides, track, approval }: GivenSession | GivenTemplate) {
	return {
		area: area ?? label,
		provides: provides ?? (track === 'official' ? [] : ['watched' as const]),
		approval: approval ?? null,
	}
}
