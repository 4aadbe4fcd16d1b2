import { Floor, illustration, wash } from './illustration.tsx'

/** Two chairs with a pane of glass between them and a place to speak through. */
export const Booth = illustration(
	<>
		<Floor />
		<path d="M55 12h10v46H55z" {...wash} />
		<path d="M58 20v10M62 24v14" strokeOpacity="0.45" />
		<path d="M28 58h64" strokeWidth="3" />
		<path d="M60 59v21" />
		<path d="M58 48h4M58 52h4" />
		<path d="M14 42v20h14v18M14 62v18" />
		<path d="M106 42v20H92v18M106 62v18" />
		<path d="M40 58v-6h6M80 58v-6h-6" strokeOpacity="0.45" />
	</>,
)
