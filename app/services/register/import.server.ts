import type { LineProblem } from '#app/domain/register/problems.ts'
import { selectPlaces } from '#db/queries/register/places.ts'
import type { Ctx } from '../context.ts'
import type { FilePosition } from '../table-lines.ts'
import { type Applied, applyRows } from './apply-rows.server.ts'
import { readFile } from './read-file.server.ts'

/** One batch of lines, carried out. */
export interface ImportedLines extends Applied {
	lines: number
	next: FilePosition
}

export interface RegisterFile {
	bytesFrom(byte: number): AsyncIterable<Uint8Array>
	/** The facility that the sender speaks for; null for the whole register. */
	senderScope: string | null
	from?: FilePosition
}

/**
 * Carries a register file out, batch by batch, and tells of each. May be broken off anywhere and begun again: what is done
 * already changes nothing the second time. Bad lines are told of and left out; the others count.
 *
 * @throws UnreadableFile, ServiceError `not-allowed`
 */
export async function* importRegister(ctx: Ctx, file: RegisterFile): AsyncGenerator<ImportedLines> {
	const places = await selectPlaces(ctx.db)
	const { bytesFrom, senderScope, from } = file
	for await (const { lines, rows, problems, next } of readFile({ bytesFrom, places, now: ctx.now, from })) {
		const applied = await applyRows(ctx, rows, senderScope)
		yield { ...applied, problems: inOrder([...problems, ...applied.problems]), lines, next }
	}
}

const inOrder = (problems: LineProblem[]) => problems.sort((a, b) => a.line - b.line)
