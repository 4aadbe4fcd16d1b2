import type { Key } from '#db/queries/key.ts'
import type { Ctx } from '../context.ts'
import type { PrisonerChanged } from './record-events.server.ts'
import { setCustody } from './set-custody.server.ts'

/**
 * A prisoner has been released. Permits stay; every visit to come is under review. @throws ServiceError `not-found`, `not-allowed`
 *
 * @internal
 */
export async function releasePrisoner(ctx: Ctx, input: { prisoner: Key }): Promise<PrisonerChanged> {
	return setCustody(ctx, { prisoner: input.prisoner, custody: 'released' })
}
