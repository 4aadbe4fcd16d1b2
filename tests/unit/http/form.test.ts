import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'

const schema = z.strictObject({ name: z.string(), empty: z.string().optional() })

const sent = (fields: Record<string, string>) =>
	readForm(new Request('http://samvaer.invalid/', { method: 'POST', body: new URLSearchParams(fields) }), schema)

test('a form is what was sent, whatever is written in it', async () => {
	const form = await sent({ name: 'Kári Åse\n\t\u0001😀', empty: '' })
	expect(Object.fromEntries(form)).toEqual({ name: 'Kári Åse\n\t\u0001😀', empty: '' })
})

test.each([{ name: 'Kari\0' }, { 'na\0me': 'Kari' }])(
	'a NUL, which no browser sends and no text can hold, is refused',
	async (fields) => {
		await expect(sent(fields)).rejects.toMatchObject({ status: 400 })
	},
)

test('what is no form is refused', async () => {
	const request = new Request('http://samvaer.invalid/', {
		method: 'POST',
		body: '{}',
		headers: { 'content-type': 'application/json' },
	})
	await expect(readForm(request, schema)).rejects.toMatchObject({ status: 400 })
})
