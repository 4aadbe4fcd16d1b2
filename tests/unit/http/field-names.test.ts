import { parseWithZod } from '@conform-to/zod/v4'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { cancelByPrisonForm, gateForm, partyForm } from '#app/forms/bookings.ts'
import { reconciliationForm } from '#app/forms/funds/console.ts'
import { amountForm } from '#app/forms/funds/top-up.ts'
import { stayForm, stayPartyForm } from '#app/forms/rooms.ts'
import { closurePlanForm } from '#app/forms/timetable.ts'
import { childForm } from '#app/forms/visitors/child.ts'
import { welcomeForm } from '#app/forms/visitors/welcome.ts'
import { entryForm, entryStepForm } from '#app/forms/waiting-list.ts'
import { fieldNamesOf, hasOnlyFieldsOf, isPlainName } from '#app/http/field-names.ts'

const accepts = (schema: z.ZodType, ...names: string[]) =>
	hasOnlyFieldsOf(
		schema,
		names.map((name) => [name, 'x'] as const),
	)

test.each<[string, z.ZodType, string[]]>([
	['a list', partyForm, ['for', 'with', 'with[0]']],
	['a list with a default', stayPartyForm, ['for', 'with', 'with[0]', 'nights', 'consents', 'consents[0]']],
	[
		'a part, and a condition on the whole',
		childForm,
		['idempotencyKey', 'givenName', 'familyName', 'born.day', 'born.month', 'born.year', 'another'],
	],
	[
		'a part that becomes a text',
		welcomeForm('2026-11-24'),
		['givenName', 'familyName', 'born.day', 'born.month', 'born.year', 'email', 'phone'],
	],
	['a text that becomes something else', stayForm, ['stay', 'idempotencyKey', 'version']],
	['a whole that becomes something else', amountForm, ['amount', 'typed']],
	['what may be left out', closurePlanForm, ['what', 'unit', 'room', 'session', 'from', 'to']],
	['one of several by what it says', reconciliationForm, ['step', 'discrepancy', 'note', 'after']],
	[
		'one of several',
		gateForm.or(cancelByPrisonForm),
		[
			...['step', 'version', 'reason', 'onBehalfOf', 'to', 'from'],
			...['present', 'present[0]', 'turnedAway', 'turnedAway[0]'],
		],
	],
	[
		'one of several with parts',
		entryForm.or(entryStepForm),
		[
			'step',
			'idempotencyKey',
			'from.day',
			'from.month',
			'from.year',
			'to.day',
			'to.month',
			'to.year',
			'farTravel',
			'entry',
			'session',
		],
	],
])('the fields of %s are found', (_, schema, names) => {
	expect([...fieldNamesOf(schema)].sort()).toEqual([...names].sort())
})

test('a list is sent under one name, or place by place up to the hundredth', () => {
	expect(accepts(partyForm, 'for', 'with', 'with')).toBe(true)
	expect(accepts(partyForm, 'for', 'with[0]', 'with[9]', 'with[10]', 'with[99]')).toBe(true)
})

test.each([
	'with[100]',
	'with[1000000]',
	'with[1e9]',
	'with[-1]',
	'with[00]',
	'with[]',
	'with[0][0]',
	'with[0].ref',
	'with.0',
	'for[0]',
	'for.part',
	'other',
	'',
	'[]',
	'[0]',
	'__proto__',
	'constructor',
	'prototype',
	'with[0].__proto__',
	'toString',
	'__intent__',
	'__state__',
	'na\0me',
	'a'.repeat(60_000),
	'with'.padEnd(60_000, '[0]'),
])('a field called %.20s is refused', (name) => {
	expect(accepts(partyForm, 'for', name)).toBe(false)
})

test('three hundred fields are the most', () => {
	const many = (count: number) => Array.from({ length: count }, () => 'with')
	expect(accepts(partyForm, ...many(300))).toBe(true)
	expect(accepts(partyForm, ...many(301))).toBe(false)
})

test('where others may add fields, plain names pass and no others', () => {
	const open = z.looseObject({ logout_token: z.string() })
	expect(accepts(open, 'logout_token', 'state', 'events_2')).toBe(true)
	for (const name of ['a[0]', 'a.b', '__proto__', 'constructor', 'prototype', ''])
		expect(accepts(open, name)).toBe(false)
	expect(accepts(z.object({ to: z.string() }), 'to', 'other')).toBe(false)
	expect(isPlainName('born.day')).toBe(false)
})

test('names that contradict each other are parsed without a failure', () => {
	for (const names of [
		['with', 'with[0]'],
		['with[0]', 'with'],
		['with', 'with', 'with[3]', 'with[3]'],
		['with[99]'],
	]) {
		expect(accepts(partyForm, ...names)).toBe(true)
		const form = new URLSearchParams(names.map((name) => [name, 'x']))
		expect(['error', 'success']).toContain(parseWithZod(form, { schema: partyForm }).status)
	}
})
