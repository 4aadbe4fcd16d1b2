import type { ComponentType } from 'react'
import type { Setting } from '#app/domain/sessions/session.ts'
import { Booth } from './booth.tsx'
import type { DrawingProps } from './drawing.tsx'
import { HallTable } from './hall-table.tsx'
import { OutdoorBench } from './outdoor-bench.tsx'
import { PrivateRoom } from './private-room.tsx'
import { Screen } from './screen.tsx'

const drawings: Readonly<Record<Setting, ComponentType<DrawingProps>>> = {
	'private-room': PrivateRoom,
	hall: HallTable,
	booth: Booth,
	outdoor: OutdoorBench,
	video: Screen,
}

/** The drawing of a kind of visit. */
export function SettingDrawing({ setting, title }: DrawingProps & { setting: Setting }) {
	const Drawn = drawings[setting]
	return <Drawn title={title} />
}
