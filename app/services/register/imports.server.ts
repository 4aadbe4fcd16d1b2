import type { FileProblem } from '#app/domain/register/columns.ts'
import type { LineProblem } from '#app/domain/register/problems.ts'
import { type ImportRow, selectImport, selectLatestImports, selectProblems } from '#db/queries/register/imports.ts'
import type { ImportState } from '#db/schema/index.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

export type RefusedFor = FileProblem | 'not-allowed'

/** How far a file is, and what came of it. */
export interface ImportReport {
	ref: string
	state: ImportState
	receivedAt: Date
	endedAt: Date | null
	/** How much of the file is done, from 0 to 100. */
	percent: number
	lines: number
	added: number
	changed: number
	unchanged: number
	bad: number
	refusedFor: RefusedFor | null
	refusedColumns: string[]
}

const refusals: readonly RefusedFor[] = [
	'empty',
	'not-text',
	'columns-missing',
	'columns-unknown',
	'columns-repeated',
	'not-allowed',
]

function reportOf(row: ImportRow): ImportReport {
	const { ref, state, receivedAt, endedAt, lines, added, changed, unchanged, bad, refusedColumns } = row
	return {
		...{ ref, state, receivedAt, endedAt, lines, added, changed, unchanged, bad, refusedColumns },
		percent: state === 'done' ? 100 : Math.floor((100 * row.nextByte) / Math.max(row.bytes, 1)),
		refusedFor: refusals.find((refusal) => refusal === row.refusedFor) ?? null,
	}
}

/** The latest files of a facility, the newest first. @throws ServiceError `not-allowed` */
export async function latestImports(ctx: Ctx, facilityId: string): Promise<ImportReport[]> {
	requireOfficerOrSystem(ctx, 'register-events', facilityId)
	return (await selectLatestImports(ctx.db, facilityId)).map(reportOf)
}

/** Lines left out that a page shows; the report as a file has them all. */
const shown = 200

/** One file, with the first of its lines that were left out. @throws ServiceError `not-found`, `not-allowed` */
export async function importReport(
	ctx: Ctx,
	facilityId: string,
	ref: string,
): Promise<ImportReport & { problems: LineProblem[] }> {
	const row = await found(ctx, facilityId, ref)
	return { ...reportOf(row), problems: await selectProblems(ctx.db, row.id, { after: 0, limit: shown }) }
}

/** Every line that was left out, in order, some hundreds at a time. @throws ServiceError `not-found`, `not-allowed` */
export async function* allProblems(ctx: Ctx, facilityId: string, ref: string): AsyncGenerator<LineProblem[]> {
	const { id } = await found(ctx, facilityId, ref)
	for (let after = 0; ; ) {
		const some = await selectProblems(ctx.db, id, { after, limit: 1000 })
		const last = some.at(-1)?.line
		if (last === undefined) return
		// A line may have several faults, and the last of these may have been cut in two.
		const whole = some.length < 1000 ? some : some.filter(({ line }) => line < last)
		yield whole
		if (some.length < 1000) return
		after = last - 1
	}
}

async function found(ctx: Ctx, facilityId: string, ref: string): Promise<ImportRow> {
	requireOfficerOrSystem(ctx, 'register-events', facilityId)
	const row = await selectImport(ctx.db, facilityId, { ref })
	if (!row || (row.state === 'receiving' && row.officerId === null))
		throw new ServiceError('not-found', 'There is no such import here')
	return row
}
