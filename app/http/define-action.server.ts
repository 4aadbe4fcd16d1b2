import type { ActionFunctionArgs } from '@remix-run/node'
import type { Ctx } from '#app/services/context.ts'
import { emptyResponse } from './error-response.server.ts'
import { type Admissions, admit, type Definition } from './guard.server.ts'
import { type Guarded, markGuarded } from './guarded.ts'
import { type Limit, withinLimit } from './rate-limit.server.ts'
import { refusal } from './refusal.server.ts'
import { type RouteInput, routeInput } from './route-input.server.ts'

export type Action<Data> = ((args: ActionFunctionArgs) => Promise<Data>) & Guarded

/** Whose limits count: the visitor's, the officer's or the machine's key's. */
function accountOf(actor: Ctx['actor'] | null): string | null {
	if (actor?.kind === 'visitor') return actor.visitorId
	return actor?.kind === 'officer' ? actor.officerId : (actor?.keyId ?? null)
}

/**
 * The only way to export an action: it says who may call it, and nobody else gets in; nor does a form that was rendered for
 * somebody else or at another facility. It answers a form that does not hold with `invalidForm`, and a use case that is done with
 * a redirect.
 */
export function defineAction<W extends keyof Admissions, Data>(
	definition: Definition<W> & { limit?: Limit },
	act: (input: RouteInput & Admissions[W]) => Promise<Data>,
): Action<Data> {
	const action = async (args: ActionFunctionArgs): Promise<Data> => {
		const admitted: { ctx?: Admissions[W]['ctx'] } = {}
		try {
			const admission = await admit[definition.who](args, { ...definition, takesForm: true })
			admitted.ctx = admission.ctx
			const { actor } = admission.ctx
			const account = accountOf(actor)
			if (definition.limit && !(await withinLimit(definition.limit, args.context.caller(), account)))
				throw emptyResponse(429)
			return await act({ ...routeInput(args), ...admission })
		} catch (error) {
			throw await refusal(error, args, admitted.ctx)
		}
	}
	return markGuarded(action, definition.permission ?? definition.who)
}
