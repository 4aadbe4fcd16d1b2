import type { LoaderFunctionArgs } from '@remix-run/node'
import type { OfficerActor } from '#app/services/authorise.ts'
import type { Ctx } from '#app/services/context.ts'
import { noteRefusedAccess } from '#app/services/refused-access.server.ts'
import { toErrorResponse } from './error-response.server.ts'
import type { RequestContext } from './load-context.server.ts'
import { pathOf } from './page-path.ts'

type Attempt = Pick<LoaderFunctionArgs, 'request' | 'params'> & { context: RequestContext }
type Caller = Omit<Ctx, 'actor'> & { actor: Ctx['actor'] | null }

/** A reference or a gate code: anything else that was typed is no thing of ours, and is not kept. */
const looksLikeOurs = /^[2-9A-Z]{4}-?[2-9A-Z]{4}(?:[2-9A-Z]{4})?$/

/** What a loader or action throws in the end. What an officer is refused by it leaves a trace. */
export async function refusal(error: unknown, attempt: Attempt, caller: Caller | undefined): Promise<unknown> {
	const answer = toErrorResponse(error, attempt.context)
	if (caller?.actor?.kind === 'officer' && answer instanceof Response && isRefusal(answer.status))
		await noteRefused(attempt, { ...caller, actor: caller.actor }, answer.status)
	return answer
}

function isRefusal(status: number): status is 403 | 404 {
	return status === 403 || status === 404
}

/** Notes what an officer was refused. The answer is the same where it cannot be noted; the log says so then. */
export async function noteRefused(
	{ context, request, params }: Attempt,
	ctx: Ctx & { actor: OfficerActor },
	status: 403 | 404,
	ref = params.ref,
): Promise<void> {
	// No page of ours has such an address: a mistyped one says nothing about anybody.
	if (params['*'] !== undefined) return
	try {
		await noteRefusedAccess(ctx, {
			page: pageOf(request, params),
			status,
			ref: ref && looksLikeOurs.test(ref) ? ref : null,
		})
	} catch (error) {
		context.log.error({ requestId: context.requestId, error }, 'a refusal could not be noted')
	}
}

/** The address with the names of its parts in place of what was asked for: `/staff/prisoners/:ref`. */
function pageOf(request: Request, params: LoaderFunctionArgs['params']): string {
	const named = new Map(Object.entries(params).map(([name, value]) => [encodeURIComponent(value ?? ''), `:${name}`]))
	return pathOf(request)
		.split('/')
		.map((part) => named.get(part) ?? part)
		.join('/')
}
