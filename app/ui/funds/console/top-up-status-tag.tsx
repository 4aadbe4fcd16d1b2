import type { TopUpState } from '#app/domain/funds/top-up.ts'
import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../../display/status-tag.tsx'
import type { Shape } from '../../icons.tsx'

const shapes: Readonly<Record<TopUpState, Shape>> = {
	started: 'open',
	paid: 'waiting',
	credited: 'done',
	abandoned: 'ended',
	refunded: 'ended',
	disputed: 'attention',
}

export interface StatusOfTopUp {
	state: TopUpState
	/** Whole øre. */
	ore: number
	refundedOre: number
	/** An officer keeps it back. */
	held: boolean
}

export function TopUpStatusTag({ state, ore, refundedOre, held }: StatusOfTopUp) {
	const t = useT()
	const word = state === 'refunded' && refundedOre < ore ? 'refunded-part' : state
	return (
		<span className="cluster">
			<StatusTag shape={shapes[state]}>{t(`funds.state.${word}`)}</StatusTag>
			{held && <StatusTag shape="stopped">{t('funds.held')}</StatusTag>}
		</span>
	)
}
