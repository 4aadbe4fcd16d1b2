import type { ComponentType } from 'react'
import type { RoomKind } from '#app/domain/rooms/room.ts'
import type { DrawingProps } from './drawing.tsx'
import { OutdoorBench } from './outdoor-bench.tsx'
import { PlayCorner } from './play-corner.tsx'
import { PrivateRoom } from './private-room.tsx'
import { VisitingHouse } from './visiting-house.tsx'

const drawings: Readonly<Record<RoomKind, ComponentType<DrawingProps>>> = {
	'play-room': PlayCorner,
	'family-room': PrivateRoom,
	'outdoor-area': OutdoorBench,
	'visiting-house': VisitingHouse,
	'visiting-flat': VisitingHouse,
}

/** The drawing of a kind of family room. */
export function RoomDrawing({ kind, title }: DrawingProps & { kind: RoomKind }) {
	const Drawn = drawings[kind]
	return <Drawn title={title} />
}
