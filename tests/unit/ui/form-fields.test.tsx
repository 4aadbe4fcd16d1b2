import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CheckboxGroup, RadioGroup } from '#app/ui/forms/choice-group.tsx'
import { DateFields } from '#app/ui/forms/date-fields.tsx'
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx'
import { HiddenFields } from '#app/ui/forms/hidden-fields.tsx'
import { PostForm } from '#app/ui/forms/post-form.tsx'
import { TextField } from '#app/ui/forms/text-field.tsx'
import { render, words } from './render.tsx'

const required = 'errors.form.required'
const schema = z.object({
	name: z.string({ error: required }),
	relationship: z.enum(['parent', 'friend'], { error: 'errors.form.choose-one' }),
	days: z.array(z.string()).optional(),
	born: z.object({
		day: z.coerce.number().max(31, 'errors.form.date-day'),
		month: z.coerce.number().max(12, 'errors.form.date-month'),
		year: z.coerce.number(),
	}),
	note: z.string().max(3, 'Too long, says the library').optional(),
})

/** A whole form as a route would show it after a first try, by conform's own wiring. */
function Page({ sent }: { sent: URLSearchParams }) {
	const lastResult = parseWithZod(sent, { schema }).reply()
	const [form, fields] = useForm<z.input<typeof schema>>({ id: 'apply', lastResult })
	return (
		<>
			<ErrorSummary form={form} />
			<PostForm id={form.id}>
				<TextField field={fields.name} label="Navn" hint="Slik det står i passet" />
				<RadioGroup
					field={fields.relationship}
					label="Hvem er du?"
					choices={[
						{ value: 'parent', label: 'Mor eller far' },
						{ value: 'friend', label: 'Venn' },
					]}
				/>
				<CheckboxGroup
					field={fields.days}
					label="Dager"
					choices={[
						{ value: 'fri', label: 'Fredag' },
						{ value: 'sat', label: 'Lørdag' },
						{ value: 'sun', label: 'Søndag' },
					]}
				/>
				<DateFields field={fields.born} parts={fields.born.getFieldset()} label="Fødselsdato" />
				<TextField field={fields.note} label="Merknad" optional />
			</PostForm>
		</>
	)
}

const wrong = new URLSearchParams('born.day=24&born.month=19&born.year=1986&note=hello&days=fri&days=sun')
const html = render(<Page sent={wrong} />)
const tag = (id: string) => new RegExp(`<[^>]* id="${id.replaceAll('.', '\\.')}"[^>]*>`).exec(html)?.[0] ?? ''

describe('a field with an error', () => {
	it('is marked, and described by its hint and its error', () => {
		expect(tag('apply-name')).toContain('aria-invalid="true"')
		expect(tag('apply-name')).toContain('aria-describedby="apply-name-description apply-name-error"')
		expect(html).toContain('<label class="ds-label" for="apply-name">Navn</label>')
		expect(tag('apply-name-description')).not.toBe('')
		expect(tag('apply-name-error')).not.toBe('')
	})

	it('says so before the error for those who do not see it', () => {
		expect(words(html)).toContain('Feil: Fyll ut dette feltet.')
	})

	it('shows a general text for an error that is not one of ours', () => {
		expect(html).not.toContain('says the library')
		expect(words(html)).toContain('Feil: Se over svaret og prøv igjen.')
	})
})

describe('what was typed', () => {
	it('is kept', () => {
		expect(tag('apply-note')).toContain('value="hello"')
		expect(tag('apply-born.year')).toContain('value="1986"')
		expect(html.match(/checked=""/g)).toHaveLength(2)
		expect(html).toMatch(/value="fri"[^>]*checked=""|checked=""[^>]*value="fri"/)
	})
})

describe('groups', () => {
	it('give the field’s id to the first choice, where the summary leads', () => {
		expect(tag('apply-relationship')).toContain('type="radio"')
		expect(tag('apply-relationship')).toContain('value="parent"')
	})

	it('are described by their error', () => {
		expect(html).toMatch(/<fieldset[^>]*aria-describedby="apply-relationship-error"/)
	})
})

describe('a date', () => {
	it('marks the part that is wrong and no other', () => {
		expect(tag('apply-born.month')).toContain('aria-invalid="true"')
		expect(tag('apply-born.day')).not.toContain('aria-invalid')
	})

	it('names the part in the error', () => {
		expect(words(html)).toContain('Feil: Skriv måneden med tall, fra 1 til 12.')
		expect(tag('apply-born.month')).toContain('aria-describedby="apply-born-error"')
	})
})

describe('the error summary', () => {
	const summary = html.slice(0, html.indexOf('<form'))

	it('takes the focus and has a heading', () => {
		expect(summary).toMatch(/<section[^>]*tabindex="-1"[^>]*autofocus=""/)
		expect(words(summary)).toMatch(/^Se over dette før du går videre /)
	})

	it('leads to each field, and every link has its target', () => {
		const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')
		expect(targets).toEqual(['apply-name', 'apply-relationship', 'apply-born.month', 'apply-note'])
		expect(targets.filter((id) => tag(id) === '')).toEqual([])
	})

	it('is not there when nothing is wrong', () => {
		expect(render(<ErrorSummary form={{ id: 'x', allErrors: {} }} />)).toBe('')
	})

	it('names the field where it is told how', () => {
		const form = { id: 'x', allErrors: { name: [required] } }
		expect(words(render(<ErrorSummary form={form} labels={{ name: 'Navn' }} />))).toContain(
			'Navn: Fyll ut dette feltet.',
		)
	})

	it('fills in values that an error carries', () => {
		const errors = { age: ['common.years-old?years=7'], '': ['errors.form.choose-one?constructor=1'] }
		const text = words(render(<ErrorSummary form={{ id: 'x', allErrors: errors }} />))
		expect(text).toContain('7 år')
		expect(text).toContain('Velg ett av svarene.')
	})
})

describe('hidden fields', () => {
	it('leave out what has no value and repeat the name for a list', () => {
		const hidden = render(<HiddenFields values={{ a: 1, b: null, c: ['x', 'y'], d: undefined }} />)
		expect([...hidden.matchAll(/name="(\w)" value="(\w)"/g)].map(([, name, value]) => `${name}${value}`)).toEqual([
			'a1',
			'cx',
			'cy',
		])
	})
})
