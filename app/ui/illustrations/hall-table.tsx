import { Floor, illustration, wash } from './illustration.tsx'

/** A table with two chairs and two cups; another table further back. */
export const HallTable = illustration(
	<>
		<Floor />
		<g strokeOpacity="0.45">
			<path d="M46 34h28M60 34v14M53 48h14" />
			<path d="M38 24v14h8v10M38 38v10M82 24v14h-8v10M82 38v10" />
		</g>
		<path d="M36 58h48" strokeWidth="3" />
		<path d="M60 59v21M50 80h20" />
		<path d="M16 40v22h15v18M16 62v18" />
		<path d="M104 40v22H89v18M104 62v18" />
		<path d="M45 50h8v5a3 3 0 0 1-3 3h-2a3 3 0 0 1-3-3zM67 50h8v5a3 3 0 0 1-3 3h-2a3 3 0 0 1-3-3z" {...wash} />
	</>,
)
