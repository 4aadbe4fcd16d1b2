/** A line of a file: its bytes without the line end, or null when it is longer than any line of ours. */
export interface FileLine {
	/** The first is 1. */
	line: number
	bytes: Buffer | null
	/** Where the next line begins, in bytes from the start of the file. */
	end: number
}

/** Where to go on in a file that was read in part. */
export interface FilePosition {
	line: number
	byte: number
}

/** Bytes. A register line of ours has about 120. */
const longestLine = 8 * 1024

const newline = 0x0a
const carriageReturn = 0x0d

/**
 * Cuts a stream of bytes into lines as it comes; no more of it is kept than one line. A quoted cell holds no line end here, so
 * that a stray quotation mark spoils its own line and none of the others.
 */
export async function* linesOf(
	chunks: AsyncIterable<Uint8Array>,
	from: FilePosition = { line: 1, byte: 0 },
): AsyncGenerator<FileLine> {
	let { line, byte: at } = from
	let held: Buffer[] = []
	let length = 0
	for await (const chunk of chunks) {
		const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
		let start = 0
		for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
			const piece = bytes.subarray(start, end)
			length += piece.length
			at += piece.length + 1
			yield { line, bytes: length > longestLine ? null : whole(held, piece), end: at }
			line++
			held = []
			length = 0
			start = end + 1
		}
		const rest = bytes.subarray(start)
		length += rest.length
		at += rest.length
		// Copied: the sender's buffer may be written again.
		if (length <= longestLine) held.push(Buffer.from(rest))
		else held = []
	}
	if (length > 0) yield { line, bytes: length > longestLine ? null : whole(held, Buffer.alloc(0)), end: at }
}

function whole(held: readonly Buffer[], last: Buffer): Buffer {
	const bytes = held.length === 0 ? last : Buffer.concat([...held, last])
	return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
}
