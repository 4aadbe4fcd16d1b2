import { addDays, type LocalDate } from '#app/domain/calendar/oslo.ts'
import type { DbOrTx } from '#db/client.server.ts'
import { addFacility, addRoom, addTemplate } from '../rows.ts'

export interface DemoFacilities {
	/** Special-high and high. */
	fjellheim: string
	/** High. */
	elvebredden: string
	/** Low, with a visiting house. */
	lyngmo: string
}

/** Three prisons that do not exist, with their timetable from `since` on. */
export async function addDemoFacilities(db: DbOrTx, since: LocalDate): Promise<DemoFacilities> {
	const fjellheim = await addFacility(db, {
		slug: 'fjellheim',
		name: 'Fjellheim fengsel',
		address: 'Fjellveien 12, 2900 Fagernes',
		phone: '61 00 00 10',
		units: [
			{ code: 'A', name: 'Avdeling A' },
			{ code: 'B', name: 'Avdeling B' },
			{ code: 'S', name: 'Særlig høyt sikkerhetsnivå' },
		],
		policy: {
			visitsPerWeek: 1,
			extraChildVisits: 1,
			closedDays: ['christmas-eve', 'new-years-eve', 'easter-eve', 'constitution-day'],
		},
	})
	const elvebredden = await addFacility(db, {
		slug: 'elvebredden',
		name: 'Elvebredden fengsel',
		address: 'Elvegata 3, 7030 Trondheim',
		phone: '73 00 00 20',
		policy: {
			visitsPerWeek: 2,
			hoursPerMonth: 8,
			approval: 'request',
			closedDays: ['public-holidays'],
			topUp: { refundAloneOre: 20000 },
		},
	})
	const lyngmo = await addFacility(db, {
		slug: 'lyngmo',
		name: 'Lyngmo fengsel',
		address: 'Lyngveien 40, 9060 Lyngseidet',
		phone: '77 00 00 30',
		policy: { visitsPerWeek: 3, maxDaysAhead: 42, minNoticeHours: 12, cancelCutoffHours: 12 },
	})
	await addFjellheimTimetable(db, fjellheim, since)
	await addElvebreddenTimetable(db, elvebredden, since)
	await addLyngmoTimetable(db, lyngmo, since)
	return { fjellheim, elvebredden, lyngmo }
}

const weekdays = [1, 2, 3, 4, 5]

async function addFjellheimTimetable(db: DbOrTx, facilityId: string, validFrom: LocalDate): Promise<void> {
	for (const weekday of weekdays) {
		for (const startTime of ['12:00', '14:00']) {
			await addTemplate(db, {
				facilityId,
				validFrom,
				weekday,
				startTime,
				name: 'Besøkssalen',
				area: 'hall',
				provides: ['watched'],
				groups: 6,
				people: 24,
				securityLevels: ['high'],
			})
		}
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '13:00',
			name: 'Luke 1',
			area: 'booth-1',
			setting: 'booth',
			provides: ['watched', 'overheard', 'no-touch', 'glass', 'language'],
			groups: 1,
		})
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '17:30',
			minutes: 45,
			name: 'Skjermbesøk',
			area: 'screen',
			setting: 'video',
			provides: ['watched', 'no-touch'],
			groups: 2,
		})
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '09:00',
			name: 'Advokatrom',
			area: 'counsel',
			setting: 'private-room',
			provides: ['glass', 'no-touch'],
			groups: 2,
			track: 'official',
		})
	}
	await addCounselRoom(db, facilityId, validFrom)
	for (const weekday of [6, 7]) {
		for (const startTime of ['10:00', '12:30', '15:00']) {
			await addTemplate(db, {
				facilityId,
				validFrom,
				weekday,
				startTime,
				name: 'Besøkssalen',
				area: 'hall',
				provides: ['watched'],
				groups: 8,
				people: 30,
				securityLevels: ['high'],
			})
		}
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '11:00',
			minutes: 90,
			name: 'Familierommet',
			area: 'family',
			setting: 'private-room',
			provides: ['watched'],
			groups: 1,
			securityLevels: ['high'],
		})
	}
	await addRoom(db, {
		facilityId,
		name: 'Lekerommet',
		kind: 'play-room',
		people: 5,
		provides: ['watched'],
		minHours: 1,
		maxHours: 3,
		turnaroundMinutes: 30,
		opens: '09:00',
		closes: '19:00',
		securityLevels: ['high'],
		features: ['toys', 'changing-table', 'wheelchair'],
	})
}

async function addElvebreddenTimetable(db: DbOrTx, facilityId: string, validFrom: LocalDate): Promise<void> {
	for (const weekday of [2, 4, 6, 7]) {
		for (const startTime of ['11:00', '13:00', '17:00']) {
			await addTemplate(db, {
				facilityId,
				validFrom,
				weekday,
				startTime,
				name: 'Besøkssalen',
				area: 'hall',
				provides: ['watched'],
				groups: 5,
			})
		}
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '15:00',
			name: 'Samtalerom',
			area: 'room-1',
			setting: 'private-room',
			provides: ['watched'],
			groups: 1,
			units: ['A'],
		})
	}
	await addCounselRoom(db, facilityId, validFrom)
	await addTemplate(db, {
		facilityId,
		validFrom,
		weekday: 3,
		startTime: '18:00',
		everyWeeks: 2,
		name: 'Skjermbesøk',
		area: 'screen',
		setting: 'video',
		provides: ['watched'],
		groups: 3,
	})
	await addRoom(db, {
		facilityId,
		name: 'Familierommet',
		kind: 'family-room',
		people: 6,
		provides: ['watched'],
		minHours: 1,
		maxHours: 4,
		turnaroundMinutes: 30,
		opens: '10:00',
		closes: '20:00',
		features: ['toys', 'sofa', 'wheelchair'],
	})
}

async function addLyngmoTimetable(db: DbOrTx, facilityId: string, validFrom: LocalDate): Promise<void> {
	for (const weekday of [1, 3, 5, 6, 7]) {
		for (const startTime of ['12:00', '15:00', '18:00']) {
			await addTemplate(db, {
				facilityId,
				validFrom,
				weekday,
				startTime,
				minutes: 90,
				name: 'Stua',
				area: 'living-room',
				provides: [],
				groups: 5,
			})
		}
	}
	for (const weekday of [6, 7]) {
		await addTemplate(db, {
			facilityId,
			validFrom,
			validTo: addDays(validFrom, 400),
			weekday,
			startTime: '13:00',
			minutes: 120,
			name: 'Hagen',
			area: 'garden',
			setting: 'outdoor',
			provides: [],
			groups: 3,
		})
	}
	await addCounselRoom(db, facilityId, validFrom)
	await addRoom(db, {
		facilityId,
		name: 'Besøkshuset',
		kind: 'visiting-house',
		people: 6,
		provides: [],
		minHours: 4,
		maxHours: 48,
		turnaroundMinutes: 120,
		opens: '10:00',
		closes: '18:00',
		needsConsents: ['guardian', 'children-officer'],
		features: ['kitchen', 'beds', 'toys', 'garden', 'wheelchair'],
	})
	await addRoom(db, {
		facilityId,
		name: 'Lekerommet',
		kind: 'play-room',
		people: 6,
		provides: [],
		minHours: 1,
		maxHours: 4,
		turnaroundMinutes: 30,
		opens: '09:00',
		closes: '20:00',
		features: ['toys', 'changing-table'],
	})
}

/** Where lawyers and others on the official track meet those who need no glass between them. */
async function addCounselRoom(db: DbOrTx, facilityId: string, validFrom: LocalDate): Promise<void> {
	for (const weekday of weekdays) {
		await addTemplate(db, {
			facilityId,
			validFrom,
			weekday,
			startTime: '10:00',
			name: 'Samtalerom for advokater',
			area: 'counsel-2',
			setting: 'private-room',
			provides: [],
			groups: 2,
			track: 'official',
		})
	}
}
