import { z } from 'zod'
import type { Stack } from './stack.ts'

const person = z.object({
	id: z.string(),
	kind: z.enum(['family', 'staff']),
	name: z.string(),
	pid: z.string().optional(),
	employeeId: z.string().optional(),
	email: z.string().optional(),
	can: z.string(),
})

/** What a running demo tells of itself, to people and to programs. */
export const overview = z.object({
	app: z.string(),
	mailbox: z.string(),
	identity: z.string(),
	clock: z.string(),
	payments: z.string(),
	phone: z.string(),
	people: z.array(person),
})
export type Overview = z.infer<typeof overview>

export function overviewOf(stack: Stack): Overview {
	return overview.parse({
		app: stack.app,
		mailbox: stack.mailbox,
		identity: stack.identity,
		clock: stack.clock,
		payments: stack.payments,
		phone: stack.phone,
		people: stack.people,
	})
}

export function formatOverview(o: Overview): string {
	return `Samvær is running.

  The service   ${o.app}
  Mailbox       ${o.mailbox}
  Sign-in       ${o.identity}
  Clock         ${o.clock}
  Payments      ${o.payments}   no card needed: choose what the card does; dispute, delay and lose there
  Phone system  ${o.phone}   what was put in, and a call to report

Families sign in at ${o.app}/sign-in
${peopleOf(o, 'family')}

Staff sign in at ${o.app}/staff/sign-in
${peopleOf(o, 'staff')}

Everyone here is made up. Ctrl-C stops everything and keeps the data; npm run demo -- --fresh begins anew.
`
}

function peopleOf(o: Overview, kind: Overview['people'][number]['kind']): string {
	const some = o.people.filter((one) => one.kind === kind)
	const width = Math.max(0, ...some.map((one) => one.name.length))
	return some.map((one) => `  ${one.name.padEnd(width)}   ${one.can}`).join('\n')
}
