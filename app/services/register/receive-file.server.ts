import { createHash, randomUUID } from 'node:crypto'
import { newRef } from '#db/ids.ts'
import {
	deleteImport,
	type ImportRow,
	insertImport,
	insertPart,
	selectImport,
	updateImport,
} from '#db/queries/register/imports.ts'
import { writeAudit } from '../audit.server.ts'
import { requireOfficerOrSystem } from '../authorise.ts'
import { wrongState } from '../conflict.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

export interface ReceiveInput {
	facilityId: string
	bytes: AsyncIterable<Uint8Array>
	/** The sender's own key for this file, or the form's; null where none is asked for. */
	idempotencyKey: string | null
}

/** Bytes kept in one row. */
const pieceSize = 256 * 1024

/** A file that is still on its way after so long was broken off. */
export const brokenOffAfterMs = 10 * 60_000

/**
 * Takes a register file in as it comes, piece by piece, for the worker to carry out. The same file sent again under the same key
 * is the import that was made of it the first time.
 *
 * @throws ServiceError `not-allowed`, `incomplete` (an empty file), `wrong-state` (the key was used for another file, or the
 * same is being received at this moment); whatever reading the bytes throws
 */
export async function receiveFile(ctx: Ctx, input: ReceiveInput): Promise<{ ref: string; again: boolean }> {
	const { facilityId, bytes, idempotencyKey } = input
	requireOfficerOrSystem(ctx, 'register-events', facilityId)
	const { actor } = ctx
	const keyId = actor.kind === 'system' ? (actor.keyId ?? null) : null
	const officerId = actor.kind === 'officer' ? actor.officerId : null
	const sender = idempotencyKey === null ? null : senderOf(keyId, officerId, idempotencyKey)
	const before = sender && (await known(ctx, facilityId, sender))
	if (before) return sameAs(ctx, before, bytes)
	const row = {
		...{ id: randomUUID(), ref: newRef(), facilityId, keyId, idempotencyKey, receivedAt: ctx.now },
		officerId,
		state: 'receiving' as const,
	}
	if (!(await insertImport(ctx.db, row))) {
		const first = sender && (await known(ctx, facilityId, sender))
		if (!first) throw new ServiceError('wrong-state', 'It is being received')
		return sameAs(ctx, first, bytes)
	}
	try {
		const { size, contentHash } = await keep(ctx, row.id, bytes)
		if (size === 0) throw new ServiceError('incomplete', 'The file is empty', ['file'])
		await transaction(ctx.db, async (tx) => {
			await updateImport(tx, row.id, { state: 'waiting', bytes: size, contentHash })
			await writeAudit(tx, ctx, {
				...{ action: 'register.receive', facilityId, subjectKind: 'register-import', subjectId: row.id },
				detail: { bytes: size },
			})
		})
	} catch (error) {
		await deleteImport(ctx.db, row.id)
		throw error
	}
	return { ref: row.ref, again: false }
}

/** What was sent before under the key; a file that was broken off then is forgotten. */
async function known(ctx: Ctx, facilityId: string, sender: Sender): Promise<ImportRow | null> {
	const before = await selectImport(ctx.db, facilityId, sender)
	if (before?.state !== 'receiving') return before
	if (ctx.now.getTime() - before.receivedAt.getTime() < brokenOffAfterMs) {
		// An officer who presses twice is led to the import that is on its way; a machine asks again.
		if ('officerId' in sender) return before
		throw new ServiceError('wrong-state', 'It is being received')
	}
	await deleteImport(ctx.db, before.id)
	return null
}

type Sender = { keyId: string; idempotencyKey: string } | { officerId: string; idempotencyKey: string }

function senderOf(keyId: string | null, officerId: string | null, idempotencyKey: string): Sender | null {
	if (keyId !== null) return { keyId, idempotencyKey }
	return officerId === null ? null : { officerId, idempotencyKey }
}

async function sameAs(
	ctx: Ctx,
	before: ImportRow,
	bytes: AsyncIterable<Uint8Array>,
): Promise<{ ref: string; again: boolean }> {
	const hash = createHash('sha256')
	for await (const chunk of bytes) hash.update(chunk)
	const isOther = before.contentHash !== null && !before.contentHash.equals(hash.digest())
	if (isOther && before.officerId === null) throw new ServiceError('wrong-state', 'The key was used for another file')
	if (isOther) {
		const by = { kind: 'officer', id: before.officerId } as const
		const subject = { kind: 'import', ref: before.ref } as const
		throw await wrongState(ctx.db, ctx, { what: 'form-used', by, at: before.receivedAt, subject })
	}
	return { ref: before.ref, again: true }
}

async function keep(ctx: Ctx, importId: string, bytes: AsyncIterable<Uint8Array>) {
	const hash = createHash('sha256')
	let held: Uint8Array[] = []
	let heldSize = 0
	let size = 0
	const put = async () => {
		if (heldSize > 0) await insertPart(ctx.db, importId, size - heldSize, Buffer.concat(held))
		held = []
		heldSize = 0
	}
	for await (const chunk of bytes) {
		hash.update(chunk)
		held.push(Uint8Array.from(chunk))
		heldSize += chunk.byteLength
		size += chunk.byteLength
		if (heldSize >= pieceSize) await put()
	}
	await put()
	return { size, contentHash: hash.digest() }
}
