import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'

interface Picture {
	width: number
	height: number
	/** Four bytes a pixel. */
	data: Uint8ClampedArray
}

/** What the codes in a screenshot say, as the gate's reader would see it; null where there is none. */
export function codeIn(png: Buffer): string | null {
	const { data, width, height } = pictureOf(png)
	return jsQR(data, width, height)?.data ?? null
}

/** The pixels of a PNG as browsers make them: eight bits a channel, three or four channels, not interlaced. */
function pictureOf(png: Buffer): Picture {
	const parts: Buffer[] = []
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
	}
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
	const [depth, kind, interlaced] = [png[24], png[25], png[28]]
	if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error('Not a PNG as browsers make them')
	const channels = kind === 6 ? 4 : 3
	const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
	const data = new Uint8ClampedArray(width * height * 4).fill(255)
	for (let pixel = 0; pixel < width * height; pixel++) {
		for (let channel = 0; channel < channels; channel++) {
			data[pixel * 4 + channel] = bytes[pixel * channels + channel] ?? 0
		}
	}
	return { width, height, data }
}

/** Each line says by its first byte what its bytes are told as a difference from. */
function unfiltered(raw: Buffer, length: number, lines: number, step: number): Uint8Array {
	const out = new Uint8Array(length * lines)
	for (let y = 0; y < lines; y++) {
		const filter = raw[y * (length + 1)] ?? 0
		for (let x = 0; x < length; x++) {
			const left = x >= step ? (out[y * length + x - step] ?? 0) : 0
			const up = y > 0 ? (out[(y - 1) * length + x] ?? 0) : 0
			const corner = x >= step && y > 0 ? (out[(y - 1) * length + x - step] ?? 0) : 0
			const from = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0
			out[y * length + x] = (raw[y * (length + 1) + 1 + x] ?? 0) + from
		}
	}
	return out
}

function nearest(left: number, up: number, corner: number): number {
	const guess = left + up - corner
	const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
	return a <= b && a <= c ? left : b <= c ? up : corner
}
