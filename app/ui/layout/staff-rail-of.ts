import { hasPermission, type Permission } from '#app/domain/access/permissions.ts'
import type { Role } from '#app/domain/access/roles.ts'
import type { TextKey } from '#app/i18n/catalogue.ts'
import type { T } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import type { RailSection } from './staff-rail.tsx'

/** How many wait for someone, by what they wait for. What nobody has counted is left out. */
export interface WaitingCounts {
	applications?: number | undefined
	requests?: number | undefined
	reviews?: number | undefined
	funds?: number | undefined
}

interface Entry {
	label: TextKey
	href: string
	/** Shown to whoever may do one of these. */
	permissions: readonly Permission[]
	count?: keyof WaitingCounts
}

const { staff } = paths

const rail: readonly { title: TextKey; entries: readonly Entry[] }[] = [
	{
		title: 'rail.work',
		entries: [
			{ label: 'rail.today', href: staff.today(), permissions: ['see-bookings'] },
			{ label: 'rail.day', href: staff.day(), permissions: ['see-bookings'] },
			{ label: 'rail.check-in', href: staff.checkIn(), permissions: ['admit-visitors'] },
			{
				label: 'rail.applications',
				href: staff.applications(),
				permissions: ['see-applications'],
				count: 'applications',
			},
			{ label: 'rail.requests', href: staff.requests(), permissions: ['handle-bookings'], count: 'requests' },
			{ label: 'rail.reviews', href: staff.reviews(), permissions: ['see-bookings'], count: 'reviews' },
			{ label: 'restrictions.title', href: staff.restrictions(), permissions: ['see-restrictions'] },
			{ label: 'rail.funds', href: staff.funds(), permissions: ['see-funds'], count: 'funds' },
		],
	},
	{
		title: 'rail.place',
		entries: [
			{ label: 'rail.timetable', href: staff.timetable(), permissions: ['see-bookings', 'see-timetable'] },
			{ label: 'closures.title', href: staff.closures(), permissions: ['see-bookings'] },
			{ label: 'register.title', href: staff.register(), permissions: ['register-events'] },
		],
	},
]

interface Officer {
	t: T
	path: string
	roles: readonly Role[]
	counts: WaitingCounts
	severalFacilities: boolean
}

/** The officers' menu: only what this officer may do here, with what waits. */
export function railOf({ t, path, roles, counts, severalFacilities }: Officer): RailSection[] {
	const [here = ''] = path.split('?')
	const isCurrent = (href: string) => here === href || (href !== staff.today() && here.startsWith(`${href}/`))
	const sections = rail.map(({ title, entries }) => ({
		title: t(title),
		links: entries
			.filter(({ permissions }) => permissions.some((permission) => hasPermission(roles, permission)))
			.map(({ label, href, count }) => ({
				label: t(label),
				href,
				current: isCurrent(href),
				count: count === undefined ? undefined : counts[count],
			})),
	}))
	const change = { label: t('rail.facility'), href: staff.facility(), current: isCurrent(staff.facility()) }
	return sections
		.map((section, index) =>
			severalFacilities && index === sections.length - 1 ? { ...section, links: [...section.links, change] } : section,
		)
		.filter(({ links }) => links.length > 0)
}
