/** How the letters of a file are written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** A line of a file: its bytes without the line end, or null when it is longer than any line of ours. */
export interface FileLine {
	/** The first is 1. */
	line: number
	bytes: Buffer | null
	encoding: Encoding
	/** Where the next line begins, in bytes from the start of the file. */
	end: number
}

/** Where to go on in a file that was read in part. */
export interface FilePosition {
	line: number
	byte: number
}

/** Bytes. A line of ours has about 120. */
const longestLine = 8 * 1024

const newline = 0x0a
const carriageReturns: Readonly<Record<Encoding, Buffer>> = {
	'utf-8': Buffer.of(0x0d),
	'utf-16le': Buffer.of(0x0d, 0),
	'utf-16be': Buffer.of(0, 0x0d),
}
const nothing = Buffer.alloc(0)

/**
 * Cuts a stream of bytes into lines as it comes; no more of it is kept than one line. A quoted cell holds no line end here, so
 * that a stray quotation mark spoils its own line and none of the others. Without `encoding`, the stream begins with the file,
 * whose first two bytes tell UTF-16 by its byte order mark.
 */
export async function* linesOf(
	chunks: AsyncIterable<Uint8Array>,
	from: FilePosition = { line: 1, byte: 0 },
	encoding?: Encoding,
): AsyncGenerator<FileLine> {
	let { line, byte: at } = from
	let held: Buffer[] = []
	let length = 0
	/** Too little to tell the encoding by, or half a unit of UTF-16. */
	let carried = nothing
	for await (const chunk of chunks) {
		const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
		const all = carried.length === 0 ? view : Buffer.concat([carried, view])
		encoding ??= encodingOf(all)
		const unit = unitOf(encoding)
		const ready = encoding === undefined ? 0 : all.length - (all.length % unit)
		carried = Buffer.from(all.subarray(ready))
		if (encoding === undefined) continue
		const bytes = all.subarray(0, ready)
		let start = 0
		for (let end = newlineIn(bytes, start, encoding); end !== -1; end = newlineIn(bytes, start, encoding)) {
			const piece = bytes.subarray(start, end)
			length += piece.length
			at += piece.length + unit
			yield { line, bytes: length > longestLine ? null : whole(held, piece, encoding), encoding, end: at }
			line++
			held = []
			length = 0
			start = end + unit
		}
		const rest = bytes.subarray(start)
		length += rest.length
		at += rest.length
		// Copied: the sender's buffer may be written again.
		if (length <= longestLine) held.push(Buffer.from(rest))
		else held = []
	}
	length += carried.length
	at += carried.length
	const last = encoding ?? 'utf-8'
	if (length > 0)
		yield { line, bytes: length > longestLine ? null : whole(held, carried, last), encoding: last, end: at }
}

/** By the file's first two bytes; undefined while there are fewer. */
function encodingOf(bytes: Buffer): Encoding | undefined {
	if (bytes.length < 2) return undefined
	const mark = bytes.readUInt16BE(0)
	return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
}

const unitOf = (encoding: Encoding | undefined) => (encoding === 'utf-8' ? 1 : 2)

/** Where the next line end begins; -1 when there is none. In UTF-16 the same byte may be half of another letter. */
function newlineIn(bytes: Buffer, from: number, encoding: Encoding): number {
	if (encoding === 'utf-8') return bytes.indexOf(newline, from)
	const half = encoding === 'utf-16le' ? 0 : 1
	for (let at = bytes.indexOf(newline, from); at !== -1; at = bytes.indexOf(newline, at + 1)) {
		const begins = at - half
		if (begins % 2 === 0 && bytes[begins + 1 - half] === 0) return begins
	}
	return -1
}

function whole(held: readonly Buffer[], last: Buffer, encoding: Encoding): Buffer {
	const bytes = held.length === 0 ? last : Buffer.concat([...held, last])
	const end = carriageReturns[encoding]
	return bytes.subarray(-end.length).equals(end) ? bytes.subarray(0, -end.length) : bytes
}
