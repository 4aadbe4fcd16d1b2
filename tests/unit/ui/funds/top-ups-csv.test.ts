import { expect, it } from 'vitest'
import { kronerText } from '#app/forms/funds/amount.ts'
import { translator } from '#app/i18n/translate.ts'
import { topUpsCsv } from '#app/ui/funds/console/top-ups-csv.ts'

const t = translator('nb')
const at = new Date('2026-11-23T23:30:00Z')
const topUp = {
	ref: 'T1',
	ore: 20_000,
	startedAt: at,
	paidAt: null,
	refundedOre: 0,
	disputedOre: 0,
	state: 'started' as const,
}
const one = {
	topUp,
	payer: { givenName: 'Kari', familyName: 'Nordmann' },
	prisoner: { givenName: 'Ola', familyName: 'Nordmann', number: 'F-1' },
}

it('a file of payments has the times of the days that it was searched by', () => {
	const [head, line, ...more] = topUpsCsv(
		{ topUps: [one, { ...one, topUp: { ...topUp, paidAt: at } }], more: false },
		t,
		kronerText,
	)
	expect(line?.slice(0, 2)).toEqual(['T1', '2026-11-24 00:30'])
	expect(line?.[6]).toBe('')
	expect(more).toHaveLength(1)
	expect(more[0]?.[6]).toBe('2026-11-24 00:30')
	expect(head).toHaveLength(10)
})

it('a file that was cut says so', () => {
	expect(topUpsCsv({ topUps: [one], more: true }, t, kronerText).at(-1)).toEqual([t('funds.file.cut', { count: 1 })])
})
