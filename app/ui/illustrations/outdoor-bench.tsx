import { Floor, illustration, wash } from './illustration.tsx'

/** A bench under a tree. */
export const OutdoorBench = illustration(
	<>
		<Floor />
		<path d="M92 80V46M92 58l8-7" />
		<path d="M92 48c-14 0-20-8-18-17 1-5 5-8 9-9 2-7 16-9 20 0 8 1 11 8 10 13-1 8-9 13-21 13Z" {...wash} />
		<path d="M18 52h48M18 59h48" />
		<path d="M14 67h56" strokeWidth="3" />
		<path d="M20 68v12M64 68v12M20 67V50M64 67V50" />
		<circle cx="28" cy="20" r="7" strokeOpacity="0.45" />
		<path d="M28 6v3M28 31v3M14 20h3M39 20h3" strokeOpacity="0.45" />
	</>,
)
