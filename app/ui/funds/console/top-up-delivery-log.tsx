import type { CreditState, EventSource } from '#app/domain/funds/states.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import { useT } from '#app/i18n/react.tsx'
import { TableSection, useFundsColumns } from '../table-section.tsx'

export interface CreditLine {
	id: string
	first: boolean
	ore: number
	state: CreditState
	tries: number
	at: Date
}

export interface EventLine {
	id: string
	type: string
	cameBy: EventSource
	at: Date
}

export interface MessageLine {
	id: string
	kind: MessageKind
	state: 'waiting' | 'sent' | 'dead'
	at: Date
}

type Props = { credits: readonly CreditLine[]; events: readonly EventLine[]; messages: readonly MessageLine[] }

/** What the phone system was told, what Stripe told us, and what the payer was told. */
export function TopUpDeliveryLog({ credits, events, messages }: Props) {
	const t = useT()
	const { money } = useFundsColumns<CreditLine>()
	const { time } = useFundsColumns<{ at: Date }>()
	return (
		<>
			<TableSection
				title={t('funds.top-up.credits')}
				lines={credits}
				lineKey={(line) => line.id}
				columns={[
					{
						key: 'kind',
						header: t('funds.top-up.credit-kind'),
						rowHeader: true,
						cell: (line) => t(line.first ? 'funds.top-up.credit-first' : 'funds.top-up.credit-change'),
					},
					money('amount', t('funds.col.amount'), (line) => line.ore),
					{ key: 'state', header: t('funds.col.state'), cell: (line) => t(`funds.credit.${line.state}`) },
					{ key: 'tries', header: t('funds.top-up.tries'), align: 'end', cell: (line) => line.tries },
					time(({ at }) => at),
				]}
			/>
			<TableSection
				title={t('funds.top-up.events')}
				lines={events}
				lineKey={(line) => line.id}
				columns={[
					{
						key: 'type',
						header: t('funds.col.what'),
						rowHeader: true,
						cell: (line) => <code>{line.type}</code>,
					},
					{
						key: 'came-by',
						header: t('funds.top-up.came-by'),
						cell: (line) => t(`funds.event.${line.cameBy}`),
					},
					time(({ at }) => at),
				]}
			/>
			<TableSection
				title={t('funds.top-up.messages')}
				lines={messages}
				lineKey={(line) => line.id}
				columns={[
					{
						key: 'kind',
						header: t('funds.col.what'),
						rowHeader: true,
						cell: (line) => t(`messages.${line.kind}.title`),
					},
					{ key: 'state', header: t('funds.col.state'), cell: (line) => t(`funds.message.${line.state}`) },
					time(({ at }) => at),
				]}
			/>
		</>
	)
}
