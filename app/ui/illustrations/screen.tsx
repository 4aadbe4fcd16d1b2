import { Floor, illustration, wash } from './illustration.tsx'

/** A screen with a face, and a chair before it. */
export const Screen = illustration(
	<>
		<Floor />
		<rect x="34" y="14" width="52" height="36" rx="3" />
		<circle cx="60" cy="27" r="6.5" {...wash} />
		<path d="M47 50c1-9 6-13 13-13s12 4 13 13" {...wash} />
		<path d="M60 50v8M50 58h20" />
		<path d="M22 58h76" strokeWidth="3" />
		<path d="M30 59v21M90 59v21" />
		<path d="M78 54h8v4" strokeOpacity="0.45" />
	</>,
)
