import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { DbOrTx } from '#db/client.server.ts'
import { newRef } from '#db/ids.ts'
import {
	type FacilityKeyRow,
	insertKey,
	selectFacilityBySlug,
	selectKey,
	selectKeys,
	updateKey,
} from '#db/queries/register/keys.ts'
import { writeAudit } from '../audit.server.ts'
import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { transaction } from '../transaction.server.ts'

const tokenPattern = /^smv_([2-9A-Z]{12})_([\w-]{43})$/

/** 256 random bits need no slow hash: nobody guesses them, however fast. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Compared with where there is no such key, so that the answer takes as long. */
const nobodys = randomBytes(32)

/** The key that a token is; null for one that was never given out, or is revoked. */
export async function facilityKeyOf(db: DbOrTx, token: string): Promise<FacilityKeyRow | null> {
	const [, ref = '', secret = ''] = tokenPattern.exec(token) ?? []
	const found = await selectKey(db, { ref })
	const isIt = timingSafeEqual(hashOf(secret), found?.secretHash ?? nobodys)
	return isIt && found?.revokedAt === null ? found : null
}

/** What is shown once, and never again. */
export interface NewKey {
	ref: string
	token: string
}

function newSecret() {
	const secret = randomBytes(32).toString('base64url')
	return { secret, secretHash: hashOf(secret) }
}

/** Makes a key for a facility, by its short name. @throws ServiceError `not-allowed`, `not-found`, `incomplete` (no name) */
export async function createFacilityKey(ctx: Ctx, input: { facility: string; name: string }): Promise<NewKey> {
	requireKeeper(ctx)
	const name = input.name.trim()
	if (name === '') throw new ServiceError('incomplete', 'It takes a name', ['name'])
	return transaction(ctx.db, async (tx) => {
		const facility = await selectFacilityBySlug(tx, input.facility)
		if (!facility) throw new ServiceError('not-found', 'There is no such facility')
		const { secret, secretHash } = newSecret()
		const row = { id: randomUUID(), ref: newRef(), facilityId: facility.id, name, secretHash, createdAt: ctx.now }
		await insertKey(tx, row)
		await auditKey(tx, ctx, 'facility-key.make', row)
		return { ref: row.ref, token: `smv_${row.ref}_${secret}` }
	})
}

/** A new secret for a key; the old one ends at once. @throws ServiceError `not-allowed`, `not-found` (also once revoked) */
export async function rotateFacilityKey(ctx: Ctx, ref: string): Promise<NewKey> {
	requireKeeper(ctx)
	return transaction(ctx.db, async (tx) => {
		const { secret, secretHash } = newSecret()
		const row = await updateKey(tx, ref, { secretHash })
		if (!row) throw new ServiceError('not-found', 'There is no such key')
		await auditKey(tx, ctx, 'facility-key.rotate', row)
		return { ref, token: `smv_${ref}_${secret}` }
	})
}

/** Ends a key, and with it the files it sent that are still waiting. @throws ServiceError `not-allowed`, `not-found` */
export async function revokeFacilityKey(ctx: Ctx, ref: string): Promise<void> {
	requireKeeper(ctx)
	await transaction(ctx.db, async (tx) => {
		const row = await updateKey(tx, ref, { revokedAt: ctx.now })
		if (!row) throw new ServiceError('not-found', 'There is no such key')
		await auditKey(tx, ctx, 'facility-key.revoke', row)
	})
}

/** The keys of a facility, without their secrets. @throws ServiceError `not-allowed`, `not-found` */
export async function facilityKeys(ctx: Ctx, slug: string): Promise<Omit<FacilityKeyRow, 'secretHash'>[]> {
	requireKeeper(ctx)
	const facility = await selectFacilityBySlug(ctx.db, slug)
	if (!facility) throw new ServiceError('not-found', 'There is no such facility')
	return (await selectKeys(ctx.db, facility.id)).map(({ secretHash: _, ...shown }) => shown)
}

/** Keys are kept by whoever runs the service, from the command line; a machine with a key makes no others. */
function requireKeeper({ actor }: Ctx): void {
	if (actor.kind !== 'system' || actor.keyId !== undefined)
		throw new ServiceError('not-allowed', 'Keys are kept from the command line')
}

async function auditKey(
	tx: DbOrTx,
	ctx: Ctx,
	action: `facility-key.${'make' | 'rotate' | 'revoke'}`,
	{ id, facilityId }: Pick<FacilityKeyRow, 'id' | 'facilityId'>,
): Promise<void> {
	await writeAudit(tx, ctx, { action, facilityId, subjectKind: 'facility-key', subjectId: id })
}
