import type { Db } from '#db/client.server.ts'
import { selectActiveGrants } from '#db/queries/access.ts'
import {
	advanceImport,
	deleteOldImports,
	deleteParts,
	type ImportRow,
	insertProblems,
	leaseImport,
	selectPart,
} from '#db/queries/register/imports.ts'
import { selectKey } from '#db/queries/register/keys.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'
import { type ImportedLines, importRegister } from './import.server.ts'
import { UnreadableFile } from './read-file.server.ts'
import { brokenOffAfterMs } from './receive-file.server.ts'

/** As long as a dead worker's file waits for the next. */
const leaseMs = 120_000
const keptMs = 90 * 86_400_000

/**
 * Carries out the next lines of the oldest file that waits, and writes down how far it is. A worker that dies in between leaves
 * lines that are done once more to no effect. Returns how many files were worked on.
 */
export async function runNextImport(db: Db, now: Date): Promise<number> {
	await deleteOldImports(db, new Date(now.getTime() - brokenOffAfterMs), new Date(now.getTime() - keptMs))
	const one = await leaseImport(db, now, new Date(now.getTime() + leaseMs))
	if (!one) return 0
	const ctx = await senderOf(db, now, one)
	if (!ctx) {
		await end(systemCtx(db, now), one, { refusedFor: 'not-allowed' })
		return 1
	}
	try {
		const done = await nextLines(ctx, one)
		if (done) await advance(ctx, one, done)
		else await end(ctx, one, {})
	} catch (error) {
		if (error instanceof UnreadableFile)
			await end(ctx, one, { refusedFor: error.problem, refusedColumns: [...error.columns] })
		else if (error instanceof ServiceError && error.code === 'not-allowed')
			await end(ctx, one, { refusedFor: 'not-allowed' })
		else throw error
	}
	return 1
}

const systemCtx = (db: Db, now: Date): Ctx => ({ db, now, actor: { kind: 'system' }, requestId: null })

/** Who sent it, with the rights held now: a role or a key that was taken away since carries nothing out. */
async function senderOf(db: Db, now: Date, one: ImportRow): Promise<Ctx | null> {
	const ctx = systemCtx(db, now)
	if (one.keyId !== null) {
		const key = await selectKey(db, { id: one.keyId })
		return key?.revokedAt === null ? { ...ctx, actor: { kind: 'system', keyId: key.id } } : null
	}
	const officerId = one.officerId ?? ''
	const grants = await selectActiveGrants(db, officerId)
	return { ...ctx, actor: { kind: 'officer', officerId, facilityId: one.facilityId, grants } }
}

async function nextLines(ctx: Ctx, one: ImportRow): Promise<ImportedLines | null> {
	const lines = importRegister(ctx, {
		bytesFrom: (byte) => storedBytes(ctx.db, one.id, byte),
		senderScope: one.facilityId,
		from: { line: one.nextLine, byte: one.nextByte },
	})
	for await (const done of lines) return done
	return null
}

async function* storedBytes(db: Db, importId: string, from: number): AsyncGenerator<Uint8Array> {
	for (let at = from; ; ) {
		const part = await selectPart(db, importId, at)
		if (!part) return
		yield part.content.subarray(at - part.firstByte)
		at = part.firstByte + part.content.length
	}
}

async function advance(ctx: Ctx, one: ImportRow, done: ImportedLines): Promise<void> {
	await transaction(ctx.db, async (tx) => {
		const isOurs = await advanceImport(tx, one, {
			...{ nextByte: done.next.byte, nextLine: done.next.line },
			lines: one.lines + done.lines,
			added: one.added + done.added,
			changed: one.changed + done.changed,
			unchanged: one.unchanged + done.unchanged,
			bad: one.bad + new Set(done.problems.map(({ line }) => line)).size,
		})
		if (isOurs) await insertProblems(tx, one.id, done.problems)
	})
}

/** The file is done or refused: what stood in it is not kept, only what came of it. */
async function end(
	ctx: Ctx,
	one: ImportRow,
	refusal: { refusedFor?: string; refusedColumns?: string[] },
): Promise<void> {
	await transaction(ctx.db, async (tx) => {
		const state = refusal.refusedFor === undefined ? 'done' : 'refused'
		if (!(await advanceImport(tx, one, { ...refusal, state, endedAt: ctx.now }))) return
		await deleteParts(tx, one.id)
		const { id, facilityId, lines, added, changed, unchanged, bad } = one
		await writeAudit(tx, ctx, {
			...{ action: `register.${state}`, facilityId, subjectKind: 'register-import', subjectId: id },
			detail: { lines, added, changed, unchanged, bad },
		})
	})
}
