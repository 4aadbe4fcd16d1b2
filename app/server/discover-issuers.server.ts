import type { Logger } from 'pino'
import { type IssuerKind, IssuerUnusable, issuer, issuerKinds } from '#app/integrations/oidc-discovery.server.ts'
import { loggable } from './log.server.ts'

const retryMs = 10_000

/**
 * Has both issuers describe themselves before anything is served: their endpoints decide where forms may lead. One that is away
 * keeps nobody out who is signed in, so the start goes on without it and asks again until it answers.
 *
 * @throws IssuerUnusable for one whose endpoints cannot be used: a fault of the configuration
 */
export async function discoverIssuers(log: Logger): Promise<void> {
	await Promise.all(
		issuerKinds.map(async (kind) => {
			try {
				await issuer(kind)
			} catch (error) {
				if (error instanceof IssuerUnusable) throw error
				log.error({ reason: message(error), error: loggable(error) }, 'nobody can sign in')
				askAgain(kind, log)
			}
		}),
	)
}

function askAgain(kind: IssuerKind, log: Logger): void {
	const again = async () => {
		try {
			await issuer(kind)
			log.info({ reason: kind }, 'the issuer can be reached')
		} catch (error) {
			if (error instanceof IssuerUnusable) log.error({ reason: message(error) }, 'nobody can sign in')
			askAgain(kind, log)
		}
	}
	setTimeout(() => void again(), retryMs).unref()
}

export function message(error: unknown): string {
	return error instanceof Error ? error.message : String(error)
}
