import type { MessageKind } from '#app/domain/messages.ts'
import { formatDateTime, formatMoney } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { DataTable } from '../../display/data-table.tsx'
import { Subsection } from '../../layout/subsection.tsx'

export interface CreditLine {
	id: string
	first: boolean
	ore: number
	state: 'due' | 'accepted' | 'refused' | 'withdrawn'
	tries: number
	at: Date
}

export interface EventLine {
	id: string
	type: string
	cameBy: 'webhook' | 'reconciliation'
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
	const locale = useLocale()
	const time = <Line extends { at: Date }>() => ({
		key: 'time',
		header: t('funds.col.time'),
		cell: ({ at }: Line) => formatDateTime(at, locale),
	})
	return (
		<>
			{credits.length > 0 && (
				<Subsection title={t('funds.top-up.credits')}>
					<DataTable
						caption={t('funds.top-up.credits')}
						captionHidden
						rows={credits}
						rowKey={(line) => line.id}
						columns={[
							{
								key: 'kind',
								header: t('funds.top-up.credit-kind'),
								rowHeader: true,
								cell: (line) => t(line.first ? 'funds.top-up.credit-first' : 'funds.top-up.credit-change'),
							},
							{
								key: 'amount',
								header: t('funds.col.amount'),
								align: 'end',
								cell: (line) => formatMoney(line.ore, locale),
							},
							{ key: 'state', header: t('funds.col.state'), cell: (line) => t(`funds.credit.${line.state}`) },
							{ key: 'tries', header: t('funds.top-up.tries'), align: 'end', cell: (line) => line.tries },
							time<CreditLine>(),
						]}
					/>
				</Subsection>
			)}
			{events.length > 0 && (
				<Subsection title={t('funds.top-up.events')}>
					<DataTable
						caption={t('funds.top-up.events')}
						captionHidden
						rows={events}
						rowKey={(line) => line.id}
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
							time<EventLine>(),
						]}
					/>
				</Subsection>
			)}
			{messages.length > 0 && (
				<Subsection title={t('funds.top-up.messages')}>
					<DataTable
						caption={t('funds.top-up.messages')}
						captionHidden
						rows={messages}
						rowKey={(line) => line.id}
						columns={[
							{
								key: 'kind',
								header: t('funds.col.what'),
								rowHeader: true,
								cell: (line) => t(`messages.${line.kind}.title`),
							},
							{ key: 'state', header: t('funds.col.state'), cell: (line) => t(`funds.message.${line.state}`) },
							time<MessageLine>(),
						]}
					/>
				</Subsection>
			)}
		</>
	)
}
