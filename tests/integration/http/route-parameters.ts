import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { topUpSearchForm } from '#app/forms/funds/console.ts'
import { topUpRequestForm } from '#app/forms/funds/top-up.ts'
import { planPeopleForm, restrictionPlanForm } from '#app/forms/restrictions.ts'
import { closurePlanForm } from '#app/forms/timetable.ts'
import { fieldNamesOf } from '#app/http/field-names.ts'
import type { BuiltRoute } from './built-routes.ts'

/** The forms that an address may hold as a whole. */
const forms: Readonly<Record<string, z.ZodType>> = {
	topUpSearchForm,
	topUpRequestForm,
	closurePlanForm,
	planPeopleForm,
	restrictionPlanForm,
}

/** What a route's source may do with an address. Each finds the names of the parameters that are read by it. */
const readings: readonly [RegExp, (found: string) => Iterable<string>][] = [
	[/\b(?:searchParams|query)\.get\('(\w+)'\)/g, (name) => [name]],
	[/\bdayIn\(url\)/g, () => ['day']],
	[/\bdayIn\(url, '(\w+)'\)/g, (name) => [name]],
	[/\bparseQuery\(url, (\w+)\)/g, formFields],
	[/\b(\w+)\.safeParse\(Object\.fromEntries\(url\.searchParams\)\)/g, formFields],
]

/** What says nothing of what is read: the whole search, kept for another line that reads it. */
const silent = [
	/\bconst query = url\.searchParams/,
	/\bconst query: \w+ = Object\.fromEntries\(url\.searchParams\)/,
	/\bimport \{/,
]

/** What the issuer says in the address that it sends a browser back to: a library reads it. */
const ofIssuer = ['code', 'state', 'iss', 'error']

function formFields(form: string): Iterable<string> {
	const schema = forms[form]
	if (!schema) throw new Error(`An address is read as ${form}: name it in route-parameters.ts`)
	return fieldNamesOf(schema)
}

/**
 * The parameters that a route reads out of its address, by its source. One that reads it in a way that is not known here is an
 * error, so that none is overlooked.
 */
export function queryParametersOf({ id, path }: BuiltRoute): string[] {
	const source = readFileSync(sourceOf(id), 'utf8')
	const names = new Set<string>()
	if (path.endsWith('/callback')) for (const name of ofIssuer) names.add(name)
	for (const line of source.split('\n')) {
		const found = readings.flatMap(([reading, namesOf]) =>
			[...line.matchAll(reading)].flatMap(([, what = '']) => [...namesOf(what)]),
		)
		for (const name of found) names.add(name)
		const isRead = /searchParams|parseQuery|dayIn/.test(line)
		if (isRead && found.length === 0 && !silent.some((pattern) => pattern.test(line)))
			throw new Error(`${id} reads its address in a way that route-parameters.ts does not know: ${line.trim()}`)
	}
	return [...names]
}

function sourceOf(id: string): string {
	for (const ending of ['tsx', 'ts']) {
		try {
			readFileSync(`app/${id}.${ending}`)
			return `app/${id}.${ending}`
		} catch {}
	}
	throw new Error(`${id} has no source`)
}
