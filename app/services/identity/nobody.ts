import type { Ctx, ServiceDeps } from '../context.ts'

/** The context of a use case that is done before anyone is signed in. */
export type NobodyCtx = Omit<Ctx, 'actor'>

/** Where the issuer sends the browser back to. */
export type ReturnAddress = Pick<ServiceDeps, 'publicOrigin'>

/** For the audit trail: what happens before someone is known, the service itself does. */
export function asSystem(ctx: NobodyCtx): Ctx {
	return { ...ctx, actor: { kind: 'system' } }
}
