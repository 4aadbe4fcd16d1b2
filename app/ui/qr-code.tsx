import { encode } from 'uqr'

/** The quiet border that a reader needs, in modules. */
const border = 4

/** The modules of a code, row by row, `true` for dark. */
export function qrModules(content: string): boolean[][] {
	return encode(content, { ecc: 'M', border }).data
}

/**
 * A booking's code to be held up at the gate: drawn, and written beside it for whoever cannot scan or see it. It holds the
 * code and nothing else. Dark on white in dark mode and on paper too, since not every reader takes the inverse.
 */
export function QrCode({ code, label }: { code: string; label: string }) {
	const modules = qrModules(code)
	const size = modules.length
	const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
	return (
		<figure className="qr-code">
			<svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
				<rect width={size} height={size} fill="#fff" />
				<path d={path} fill="#000" />
			</svg>
			<figcaption>{code}</figcaption>
		</figure>
	)
}
