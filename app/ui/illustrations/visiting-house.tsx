import { Floor, illustration, wash } from './illustration.tsx'

/** A small house with a lit window, a bench outside and a spruce. */
export const VisitingHouse = illustration(
	<>
		<Floor />
		<path d="M24 44v36h48V44" />
		<path d="M16 48 48 20l32 28" />
		<path d="M60 24v-8h7v14" />
		<path d="M32 52h14v12H32zM39 52v12M32 58h14" {...wash} />
		<path d="M54 80V56h11v24M62 68v1" />
		<path d="M98 80v-8" />
		<path d="m98 28 10 16h-5l8 14h-5l7 14H83l7-14h-5l8-14h-5z" {...wash} />
	</>,
)
