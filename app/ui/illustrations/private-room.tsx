import { Floor, illustration, wash } from './illustration.tsx'

/** A sofa, a lamp and a window. */
export const PrivateRoom = illustration(
	<>
		<Floor />
		<g strokeOpacity="0.45">
			<path d="M44 10h32v24H44zM60 10v24M44 22h32" />
		</g>
		<path d="M30 60V48a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v12" />
		<path d="M24 74V58a4 4 0 0 1 8 0v5h48v-5a4 4 0 0 1 8 0v16z" {...wash} />
		<path d="M56 44v19M28 74v6M84 74v6" />
		<path d="M104 80V36M98 80h12" />
		<path d="m98 36 3-12h6l3 12z" {...wash} />
		<path d="M8 66h8M12 66v14" />
		<path d="M9 66v-4h6v4" />
	</>,
)
