import { type Role, type RoleGrant, rolesIn } from '#app/domain/access/roles.ts'
import { fullName } from '#app/domain/person-name.ts'
import { selectFacilitiesOf } from '#db/queries/facilities.ts'
import { findFamilySession, findStaffSession, touchWebSession } from '#db/queries/identity/web-sessions.ts'
import { type CookieName, cookies, makeCookie, readCookie } from './cookies.server.ts'
import type { RequestContext } from './load-context.server.ts'

export interface VisitorSession {
	visitorId: string
	name: string
	token: string
	authenticatedAt: Date
}

export interface OfficerSession {
	officerId: string
	name: string
	/** Where the officer works now, and the roles that count there. */
	facilityId: string
	roles: readonly Role[]
	/** The roles everywhere. */
	grants: readonly RoleGrant[]
	token: string
	authenticatedAt: Date
}

/** One look-up a request, however many loaders ask. */
function oncePerRequest<T>(find: (context: RequestContext, token: string) => Promise<T | null>, name: CookieName) {
	const lookups = new WeakMap<RequestContext, Promise<T | null>>()
	return (context: RequestContext, request: Request): Promise<T | null> => {
		const token = sessionToken(request, name)
		if (token === null) return Promise.resolve(null)
		const known = lookups.get(context) ?? find(context, token)
		lookups.set(context, known)
		return known
	}
}

/** The visitor who is signed in in this browser. */
export const visitorSession = oncePerRequest<VisitorSession>(async (context, token) => {
	const found = await findFamilySession(context.db, token, context.machineNow)
	if (!found) return null
	await keepAlive(context, token, found.seenAt)
	const { visitorId } = found
	return { visitorId, name: fullName(found), token, authenticatedAt: new Date(found.authenticatedAt) }
}, cookies.family)

/** The officer who is signed in in this browser, with the roles held at this moment: a role taken away is gone at once. */
export const officerSession = oncePerRequest<OfficerSession>(async (context, token) => {
	const found = await findStaffSession(context.db, token, context.machineNow)
	if (!found) return null
	const { officerId, name, grants } = found
	const facilityId = await facilityNow(context, found.facilityId, grants)
	if (facilityId === null) return null
	await keepAlive(context, token, found.seenAt)
	const roles = rolesIn(grants, facilityId)
	return { officerId, name, facilityId, roles, grants, token, authenticatedAt: new Date(found.authenticatedAt) }
}, cookies.staff)

/** The facility chosen, as long as the officer has a role there; else the first where they have one. */
async function facilityNow(
	context: RequestContext,
	chosen: string | null,
	grants: readonly RoleGrant[],
): Promise<string | null> {
	if (chosen !== null && rolesIn(grants, chosen).length > 0) return chosen
	const [first] = await selectFacilitiesOf(context.db, grants)
	return first?.id ?? null
}

async function keepAlive(context: RequestContext, token: string, seenAt: string): Promise<void> {
	const unused = context.machineNow.getTime() - new Date(seenAt).getTime()
	if (unused > 60_000) await touchWebSession(context.db, token, context.machineNow)
}

export function sessionToken(request: Request, name: CookieName): string | null {
	return readCookie(request.headers.get('cookie'), name)
}

/** The browser forgets it when it closes; the server decides before that. */
export function sessionCookie(name: CookieName, token: string): string {
	return makeCookie(name, token)
}
