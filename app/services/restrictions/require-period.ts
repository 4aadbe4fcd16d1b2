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

/**
 * The same for an order that may have no end. Where its clock is stopped, the day that it names may lie behind: it does not end by
 * itself. @throws ServiceError `incomplete`
 */
export function requireOpenPeriod(
	ctx: Pick<Ctx, 'now'>,
	{ from, to = null }: { from?: Date; to?: Date | null },
	clockStopped: boolean,
): { fromAt: Date; toAt: Date | null } {
	if (to !== null && !clockStopped) return requirePeriod(ctx, from === undefined ? { to } : { from, to })
	const fromAt = from ?? ctx.now
	if (to !== null && to <= fromAt) throw new ServiceError('incomplete', 'It ends after it begins', ['to'])
	return { fromAt, toAt: to }
}
