import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { hasPermission, type Permission } from '#app/domain/access/permissions.ts'
import type { AccountKind } from '#app/domain/identity/account-kind.ts'
import { formContextField, paths } from '#app/paths.ts'
import type { OfficerActor, VisitorActor } from '#app/services/authorise.ts'
import type { Actor, Ctx, ServiceDeps } from '#app/services/context.ts'
import { facilityKeyOf } from '#app/services/register/facility-key.server.ts'
import { emptyResponse } from './error-response.server.ts'
import { renderFormsFor } from './form-context.server.ts'
import type { RequestContext } from './load-context.server.ts'
import { isOutage } from './outage.server.ts'
import { pathOf } from './page-path.ts'
import { noteRefused } from './refusal.server.ts'
import { requireFormContext } from './require-form-context.server.ts'
import { safePath } from './safe-redirect.ts'
import { type OfficerSession, officerSession, type VisitorSession, visitorSession } from './session.server.ts'
import { stashForm } from './stash-form.server.ts'

type KeyActor = Extract<Actor, { kind: 'system' }>

/** What a route is given for each kind of caller. Only a known caller has a context that services take. */
export interface Admissions {
	public: { ctx: Omit<Ctx, 'actor'> & ServiceDeps & { actor: VisitorActor | null }; session: VisitorSession | null }
	visitor: { ctx: Ctx & ServiceDeps & { actor: VisitorActor }; session: VisitorSession }
	officer: { ctx: Ctx & ServiceDeps & { actor: OfficerActor }; session: OfficerSession }
	/** A machine with a facility's key. It has no session and sends no cookie. */
	'facility-key': { ctx: Ctx & ServiceDeps & { actor: KeyActor }; facilityId: string }
}

export type Definition<W extends keyof Admissions> = { who: W } & (W extends 'officer'
	? {
			/** What it takes a role for. Left out, any officer may. */
			permission?: Permission
			/** The officer must have proved who they are within the last five minutes. */
			freshSignIn?: boolean
		}
	: { permission?: never; freshSignIn?: never }) &
	(W extends 'public'
		? {
				/** The page only shows who is signed in, and is shown without that where the database does not say so in a second. */
				glance?: boolean
			}
		: { glance?: never })

interface Wanted {
	glance?: boolean | undefined
	permission?: Permission | undefined
	freshSignIn?: boolean | undefined
	/** Left out for a loader, which takes no form. */
	takesForm?: boolean
}

type Admit<W extends keyof Admissions> = (args: LoaderFunctionArgs, wanted: Wanted) => Promise<Admissions[W]>

const freshFor = 5 * 60_000

/** Lets the caller in or throws the answer that keeps them out. */
export const admit: { readonly [W in keyof Admissions]: Admit<W> } = {
	public: async ({ context, request }, { glance }) => {
		const found = visitorSession(context, request)
		const session = await (glance === true ? inASecond(found) : found)
		const actor = session ? visitorActor(session) : null
		if (actor) renderFormsFor(context, actor)
		return { ctx: { ...base(context), actor }, session }
	},
	visitor: async ({ context, request }, { takesForm }) => {
		const session = await visitorSession(context, request)
		if (!session) {
			if (takesForm) await stashForm(context, request)
			throw redirect(paths.signIn(wayBack(request, 'family')), 303)
		}
		const actor = visitorActor(session)
		renderFormsFor(context, actor)
		if (takesForm) await requireFormContext(context, request, actor)
		return { ctx: { ...base(context), actor }, session }
	},
	'facility-key': async ({ context, request }) => {
		const [, token] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.get('authorization') ?? '') ?? []
		const key = token === undefined ? null : await facilityKeyOf(context.db, token)
		if (!key) throw new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer', Connection: 'close' } })
		return { ctx: { ...base(context), actor: { kind: 'system', keyId: key.id } }, facilityId: key.facilityId }
	},
	officer: async ({ context, request, params }, { permission, freshSignIn, takesForm }) => {
		const session = await officerSession(context, request)
		if (!session) {
			if (takesForm) await stashForm(context, request)
			throw redirect(paths.staff.signIn(wayBack(request, 'staff')), 303)
		}
		const { officerId, facilityId, grants } = session
		const actor: OfficerActor = { kind: 'officer', officerId, facilityId, grants }
		renderFormsFor(context, actor)
		// Before the role: elsewhere the officer may have another, and 'no access' would not say why.
		if (takesForm) await requireFormContext(context, request, actor)
		if (permission !== undefined && !hasPermission(session.roles, permission)) {
			await noteRefused({ context, request, params }, { ...base(context), actor }, 403)
			throw emptyResponse(403)
		}
		const age = context.machineNow.getTime() - session.authenticatedAt.getTime()
		if (freshSignIn === true && age > freshFor) {
			if (request.method === 'POST') await stashForm(context, request)
			throw redirect(paths.staff.signIn(wayBack(request, 'staff'), true), 303)
		}
		return { ctx: { ...base(context), actor }, session }
	},
}

function base({ db, now, requestId, payments, publicOrigin }: RequestContext) {
	return { db, now, requestId, payments, publicOrigin }
}

/** What is answered in a second; null where it is not, or the database is out of reach. */
async function inASecond<T>(found: Promise<T | null>): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), 1_000)
	})
	try {
		return await Promise.race([found, late])
	} catch (error) {
		if (isOutage(error)) return null
		throw error
	} finally {
		clearTimeout(timer)
	}
}

function visitorActor({ visitorId }: VisitorSession): VisitorActor {
	return { kind: 'visitor', visitorId }
}

/** The page that was asked for, also when its form was sent or its data fetched. */
function wayBack(request: Request, kind: AccountKind): string | undefined {
	const { searchParams } = new URL(request.url)
	const search = new URLSearchParams(searchParams)
	search.delete('_routes')
	search.delete('index')
	search.delete(formContextField)
	const path = pathOf(request)
	return safePath(search.size === 0 ? path : `${path}?${search}`, kind) ?? undefined
}
