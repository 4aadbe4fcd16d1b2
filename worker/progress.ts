const width = 30

/** Shows how far a long piece of work is: a bar that moves on a terminal, a line for each tenth elsewhere. */
export function progressOn(stream: NodeJS.WriteStream, total: number) {
	let tenth = -1
	return {
		show(done: number): void {
			const share = total === 0 ? 1 : Math.min(done / total, 1)
			const percent = `${Math.floor(share * 100)} %`
			if (stream.isTTY) {
				const filled = Math.floor(share * width)
				stream.write(`\r\x1b[K[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${percent}`)
			} else if (Math.floor(share * 10) > tenth) {
				tenth = Math.floor(share * 10)
				stream.write(`${percent}\n`)
			}
		},
		/** Makes room for other words on a terminal. */
		clear(): void {
			if (stream.isTTY) stream.write('\r\x1b[K')
		},
	}
}
