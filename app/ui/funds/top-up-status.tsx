import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import type { Shape } from '../icons.tsx'

const shapes: Readonly<Record<TopUpState, Shape>> = {
	started: 'open',
	paid: 'waiting',
	credited: 'done',
	abandoned: 'ended',
	refunded: 'ended',
	disputed: 'attention',
}

/** Where a payment stands, as its payer reads it. Amounts are whole øre. */
export function TopUpStatus({ topUp }: { topUp: { state: TopUpState; ore: number; refundedOre: number } }) {
	const t = useT()
	const { state, ore, refundedOre } = topUp
	const part = state === 'refunded' && refundedOre < ore
	return <StatusTag shape={shapes[state]}>{t(`phone.state.${part ? 'refunded-part' : state}`)}</StatusTag>
}
