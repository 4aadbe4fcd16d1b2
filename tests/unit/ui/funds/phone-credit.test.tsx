import { describe, expect, it } from 'vitest'
import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { topUpStates } from '#app/domain/funds/top-up.ts'
import { translator } from '#app/i18n/translate.ts'
import { amountError } from '#app/ui/funds/amount-error.ts'
import { describeTopUpRefusals } from '#app/ui/funds/describe-refusal.ts'
import { TopUpOutcome } from '#app/ui/funds/top-up-outcome.tsx'
import { TopUpStatus } from '#app/ui/funds/top-up-status.tsx'
import { render, words } from '../render.tsx'

const t = translator('nb')
const limits = { minOre: 5_000, maxOre: 50_000, maxOrePerWeek: 100_000 }

describe('what a payer reads of a refusal', () => {
	it('is alike for all that is not told', () => {
		expect(describeTopUpRefusals({ kind: 'neutral' }, t)).toEqual([
			{ text: t('funds.refusal.neutral.family'), next: t('funds.refusal.neutral.next') },
		])
		expect(amountError({ kind: 'neutral' }, limits, 'nb')).toBeNull()
	})

	it('is about the amount when another amount would do', () => {
		expect(amountError({ kind: 'plain', items: [{ code: 'below-minimum' }] }, limits, 'nb')).toMatch(
			/^phone\.error\.below-minimum\?min=50/,
		)
		const closed = { kind: 'plain', items: [{ code: 'topup-not-allowed' }, { code: 'over-maximum' }] } as const
		expect(amountError(closed, limits, 'nb')).toBeNull()
		expect(describeTopUpRefusals(closed, t)[0]?.text).toBe(t('funds.refusal.topup-not-allowed.family'))
	})
})

describe('what becomes of a payment', () => {
	const topUp = (state: TopUpState, more: Partial<Parameters<typeof TopUpOutcome>[0]['topUp']> = {}) => ({
		...{ state, person: 'Andreas Myhre', ore: 20_000, refundBy: null, url: null, otherwise: false },
		...{ refundedOre: 0, disputedOre: 0, ...more },
	})

	it('has its words in every state, and says them aloud', () => {
		for (const state of topUpStates) {
			const html = render(<TopUpOutcome topUp={topUp(state, { url: 'https://checkout.stripe.test/1' })} />)
			expect(html).toContain('role="status"')
			expect(words(html)).not.toMatch(/[{}]|phone\./)
		}
	})

	it('does not ask to go on paying where there is no page for that', () => {
		expect(words(render(<TopUpOutcome topUp={topUp('started')} />))).toContain(t('phone.one.not-opened'))
	})

	it('does not say that nothing was taken where something else was paid than agreed', () => {
		for (const state of ['started', 'abandoned'] as const) {
			const said = words(render(<TopUpOutcome topUp={topUp(state, { otherwise: true })} />))
			expect(said).not.toContain(t('phone.one.abandoned-about'))
			expect(said).not.toMatch(/[{}]|phone\./)
		}
	})

	it('says how much goes back, and whether that is all', () => {
		const part = topUp('refunded', { refundedOre: 5_000 })
		expect(words(render(<TopUpOutcome topUp={part} />))).toContain('50 kr går tilbake til deg')
		expect(words(render(<TopUpStatus topUp={part} />))).toBe(t('phone.state.refunded-part'))
		const whole = topUp('refunded', { refundedOre: 20_000 })
		expect(words(render(<TopUpStatus topUp={whole} />))).toBe(t('phone.state.refunded'))
	})

	it('names what the bank holds back', () => {
		const held = topUp('disputed', { disputedOre: 20_000 })
		expect(words(render(<TopUpOutcome topUp={held} />))).toContain('200 kr')
	})
})
