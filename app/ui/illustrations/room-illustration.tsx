import type { ComponentType } from 'react'
import type { RoomKind } from '#app/domain/rooms/room.ts'
import type { IllustrationProps } from './illustration.tsx'
import { OutdoorBench } from './outdoor-bench.tsx'
import { PlayCorner } from './play-corner.tsx'
import { PrivateRoom } from './private-room.tsx'
import { VisitingHouse } from './visiting-house.tsx'

const drawings: Readonly<Record<RoomKind, ComponentType<IllustrationProps>>> = {
	'play-room': PlayCorner,
	'family-room': PrivateRoom,
	'outdoor-area': OutdoorBench,
	'visiting-house': VisitingHouse,
	'visiting-flat': VisitingHouse,
}

/** The drawing of a kind of family room. */
export function RoomIllustration({ kind, title }: IllustrationProps & { kind: RoomKind }) {
	const Illustration = drawings[kind]
	return <Illustration title={title} />
}
