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

/** The text of a field that must not be left out, trimmed. @throws ServiceError `incomplete` */
export function requireText(field: string, text: string): string {
	const trimmed = text.trim()
	if (!trimmed) throw new ServiceError('incomplete', `It takes a ${field}`, [field])
	return trimmed
}
