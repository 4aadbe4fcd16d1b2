/** A report as a file to save, written as it is read: no more of it is held than one batch of rows. */
export function reportResponse<Row>(
	name: string,
	head: string,
	rows: AsyncIterable<readonly Row[]>,
	lineOf: (row: Row) => string,
): Response {
	const pieces = rows[Symbol.asyncIterator]()
	const encoder = new TextEncoder()
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(encoder.encode(head))
		},
		async pull(controller) {
			const next = await pieces.next()
			if (next.done === true) controller.close()
			else controller.enqueue(encoder.encode(next.value.map(lineOf).join('')))
		},
	})
	return new Response(body, {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': `attachment; filename="register-${name.replace(/\W/g, '')}.csv"`,
		},
	})
}
