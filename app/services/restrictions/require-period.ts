import type { Ctx } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** From when to when an order is in force: from now on when nothing else is said. @throws ServiceError `incomplete` */
export function requirePeriod(
	ctx: Pick<Ctx, 'now'>,
	{ from, to }: { from?: Date; to: Date },
): { fromAt: Date; toAt: Date } {
	const fromAt = from ?? ctx.now
	if (to <= fromAt || to <= ctx.now)
		throw new ServiceError('incomplete', 'It ends after it begins, and not in the past', ['to'])
	return { fromAt, toAt: to }
}
