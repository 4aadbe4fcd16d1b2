import { Floor, illustration, wash } from './illustration.tsx'

/** Blocks, a ball and a small boat on a rug. */
export const PlayCorner = illustration(
	<>
		<Floor />
		<path d="M16 60h20v20H16zM36 60h20v20H36z" />
		<path d="M26 40h20v20H26z" {...wash} />
		<path d="m27 38 9-14 9 14z" />
		<circle cx="26" cy="70" r="4" strokeOpacity="0.6" />
		<path d="m46 65 5 9H41z" strokeOpacity="0.6" />
		<circle cx="72" cy="70" r="10" {...wash} />
		<path d="M63 66c6 4 12 4 18 0M65 77c4-3 10-3 14 0" strokeOpacity="0.6" />
		<path d="M86 70h26l-5 10H91z" />
		<path d="M98 70V44l-9 21zM101 65V50l8 15z" />
	</>,
)
