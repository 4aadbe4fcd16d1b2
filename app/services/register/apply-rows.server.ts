import { foldNumber } from '#app/domain/prisoners/prisoner-number.ts'
import { classifyRow } from '#app/domain/register/classify-row.ts'
import type { LineProblem } from '#app/domain/register/problems.ts'
import type { RegisterRow } from '#app/domain/register/row.ts'
import type { PrisonerRow } from '#db/queries/prisoners.ts'
import { moveKnownFrom, selectByNumbers } from '#db/queries/prisoners.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { addPrisoners } from './add-prisoners.server.ts'
import { applyRow } from './apply-row.server.ts'

export interface Applied {
	added: number
	changed: number
	unchanged: number
	problems: LineProblem[]
}

/**
 * Holds a batch of rows against what is known, with one read for all of them, and does what they tell of: in the order of the
 * file, new prisoners together, each change as a use case of its own. What is already so is left alone. `reach` is the facility
 * that the sender speaks for; null for the whole register.
 */
export async function applyRows(ctx: Ctx, rows: readonly RegisterRow[], senderScope: string | null): Promise<Applied> {
	const done: Applied = { added: 0, changed: 0, unchanged: 0, problems: [] }
	const known = await knownOf(ctx, rows)
	const confirmed: { id: string; knownFrom: Date }[] = []
	let fresh: RegisterRow[] = []
	const freshNumbers = new Set<string>()

	async function addFresh(): Promise<void> {
		const added = await addPrisoners(ctx, fresh)
		done.added += added.length
		for (const prisoner of added) known.set(foldNumber(prisoner.number), prisoner)
		const others = fresh.filter((row) => !known.has(foldNumber(row.number)))
		fresh = []
		freshNumbers.clear()
		// Somebody else added them a moment ago.
		for (const [number, one] of await knownOf(ctx, others)) known.set(number, one)
		for (const row of others) await apply(row)
	}

	async function apply(row: RegisterRow): Promise<void> {
		const before = known.get(foldNumber(row.number)) ?? null
		const verdict = classifyRow(row, before, senderScope)
		if (verdict === 'new') {
			freshNumbers.add(foldNumber(row.number))
			return void fresh.push(row)
		}
		if (!before) return void done.problems.push(problemOf(row, 'other-facility'))
		if (verdict === 'unchanged') return void done.unchanged++
		if (verdict === 'confirmed') {
			confirmed.push({ id: before.id, knownFrom: row.validFrom })
			known.set(foldNumber(row.number), { ...before, knownFrom: row.validFrom })
			return void done.unchanged++
		}
		if (verdict !== 'changed') return void done.problems.push(problemOf(row, verdict))
		await change(row, before)
	}

	async function change(row: RegisterRow, before: PrisonerRow): Promise<void> {
		try {
			const { outcome, prisoner } = await applyRow(ctx, before.id, row, senderScope)
			known.set(foldNumber(row.number), prisoner)
			if (outcome === 'changed') done.changed++
			else if (outcome === 'unchanged' || outcome === 'confirmed') done.unchanged++
			else if (outcome !== 'new') done.problems.push(problemOf(row, outcome))
		} catch (error) {
			if (!(error instanceof ServiceError) || error.code !== 'busy') throw error
			done.problems.push(problemOf(row, 'busy'))
		}
	}

	for (const row of rows) {
		if (freshNumbers.has(foldNumber(row.number))) await addFresh()
		await apply(row)
	}
	await addFresh()
	await confirm(ctx, confirmed)
	return done
}

async function knownOf(ctx: Ctx, rows: readonly RegisterRow[]): Promise<Map<string, PrisonerRow>> {
	const prisoners = await selectByNumbers(
		ctx.db,
		rows.map((row) => row.number),
	)
	return new Map(prisoners.map((prisoner) => [foldNumber(prisoner.number), prisoner]))
}

function problemOf({ line }: RegisterRow, reason: 'older' | 'same-time' | 'other-facility' | 'busy'): LineProblem {
	const column = reason === 'other-facility' ? 'facility' : reason === 'busy' ? '' : 'valid_from'
	return { line, column, reason }
}

/** The same as before, said again for a later instant: an older word that comes after it is not believed. */
async function confirm(ctx: Ctx, confirmed: readonly { id: string; knownFrom: Date }[]): Promise<void> {
	if (confirmed.length === 0) return
	await transaction(ctx.db, async (tx) => {
		const moved = await moveKnownFrom(tx, confirmed)
		for (const facilityId of new Set(moved.map((one) => one.facilityId))) {
			const prisoners = moved.filter((one) => one.facilityId === facilityId).map(({ id }) => id)
			await writeAudit(tx, ctx, {
				action: 'register.confirm',
				facilityId,
				subjectKind: 'facility',
				subjectId: facilityId,
				detail: { prisoners },
			})
		}
	})
}
