import { z } from 'zod'
import { config } from '#app/config.server.ts'
import { countRefusedWebhook } from '#app/integrations/metrics.server.ts'
import { isSigned } from '#app/integrations/phone-system/signature.server.ts'
import type { Ctx } from '../../context.ts'
import { type CallAnswer, takeCalls } from './take-calls.server.ts'

export interface UsageInput {
	/** The body, byte for byte as it came. */
	body: string
	signature: string
	/** The machine's own time: how old a report is, is between two machines. */
	machineNow: Date
}

/** `unsigned` also where no phone system is known: whoever asks learns nothing of it. */
export type UsageAnswer = { calls: CallAnswer[] } | { error: 'unsigned' | 'unreadable' | 'too-many' }

const most = 1_000

const report = z.strictObject({ calls: z.array(z.unknown()) })

/**
 * Takes in a phone system's report of calls. It is believed by its signature alone, and answered line by line.
 *
 * @throws ServiceError `busy` when the database could not finish: the same report may be sent again
 */
export async function receiveUsage(
	ctx: Ctx,
	{ body, machineNow, signature }: UsageInput,
	secrets: readonly string[] = config().phone.usageSecrets,
): Promise<UsageAnswer> {
	if (!isSigned(body, signature, secrets, machineNow)) {
		countRefusedWebhook('phone-system')
		return { error: 'unsigned' }
	}
	const parsed = report.safeParse(jsonOf(body))
	if (!parsed.success) return { error: 'unreadable' }
	const { calls } = parsed.data
	return calls.length > most ? { error: 'too-many' } : { calls: await takeCalls(ctx, calls) }
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}
