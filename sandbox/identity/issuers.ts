import { createHash } from 'node:crypto'
import type { DemoPerson } from '#sandbox/seeds/seed.ts'

/** What sets the two issuers apart. Everything else about them is the same. */
export interface Issuer {
	kind: DemoPerson['kind']
	/** Its path under the one address of the sandbox. */
	path: string
	name: string
	clientId: string
	callbackPath: string
	/** What it calls its levels of assurance, the usual one first. */
	levels: [usual: string, lower: string]
	/** How the person signed in, in its words. */
	methods: string[]
	/** What its tokens tell beside the protocol's own. */
	claims: string[]
	describe(person: DemoPerson): { sub: string; [claim: string]: unknown }
}

export const family: Issuer = {
	kind: 'family',
	path: '/id-porten',
	name: 'ID-porten',
	clientId: 'samvaer-familie',
	callbackPath: '/sign-in/callback',
	levels: ['idporten-loa-high', 'idporten-loa-substantial'],
	methods: ['BankID'],
	claims: ['pid', 'locale'],
	describe: (person) => ({ sub: pairwise(person), pid: person.pid, locale: 'nb' }),
}

export const staff: Issuer = {
	kind: 'staff',
	path: '/tjeneste',
	name: 'Tjenesten',
	clientId: 'samvaer-tjeneste',
	callbackPath: '/staff/sign-in/callback',
	levels: ['idporten-loa-high', 'idporten-loa-substantial'],
	methods: ['hwk', 'user'],
	claims: ['name', 'employee_id'],
	describe: (person) => ({ sub: person.id, name: person.name, employee_id: person.employeeId }),
}

export const issuers = [family, staff]

/** One name for one person towards one client, the same for ever, that tells nothing about them. */
function pairwise(person: DemoPerson): string {
	return createHash('sha256')
		.update(`${family.clientId} ${person.pid ?? person.id}`)
		.digest('base64url')
}
