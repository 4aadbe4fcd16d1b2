import type { ComponentType } from 'react'
import type { Setting } from '#app/domain/timetable/visit-session.ts'
import { Booth } from './booth.tsx'
import { HallTable } from './hall-table.tsx'
import type { IllustrationProps } from './illustration.tsx'
import { OutdoorBench } from './outdoor-bench.tsx'
import { PrivateRoom } from './private-room.tsx'
import { Screen } from './screen.tsx'

const drawings: Readonly<Record<Setting, ComponentType<IllustrationProps>>> = {
	'private-room': PrivateRoom,
	hall: HallTable,
	booth: Booth,
	outdoor: OutdoorBench,
	video: Screen,
}

/** The drawing of a kind of visit. */
export function SettingIllustration({ setting, title }: IllustrationProps & { setting: Setting }) {
	const Illustration = drawings[setting]
	return <Illustration title={title} />
}
