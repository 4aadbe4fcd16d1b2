import type { Delivery } from '#app/domain/messages/delivery.ts'
import type { MessageKind } from '#app/domain/messages.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { type Column, DataTable } from '../display/data-table.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import type { Shape } from '../icons.tsx'
import { Section } from '../layout/section.tsx'
import { TextLink } from '../text-link.tsx'
import { PhoneLink } from './phone-link.tsx'

type Row = {
	name: string
	kind: MessageKind
	delivery: Delivery
	sentAt: Date | null
	phone: string | null
	mustCall: boolean
}

const shapes: Readonly<Record<Delivery, Shape>> = {
	waiting: 'waiting',
	again: 'waiting',
	sent: 'done',
	refused: 'stopped',
	'gave-up': 'stopped',
	'no-address': 'attention',
	superseded: 'ended',
	'not-theirs': 'ended',
}

function useColumns(): Column<Row>[] {
	const t = useT()
	const locale = useLocale()
	return [
		{ key: 'name', header: t('messages.delivery.to'), rowHeader: true, cell: (row) => row.name },
		{ key: 'message', header: t('messages.delivery.message'), cell: (row) => t(`messages.${row.kind}.title`) },
		{
			key: 'state',
			header: t('messages.delivery.state'),
			cell: ({ delivery, sentAt }) => (
				<div className="stack-tight">
					<StatusTag shape={shapes[delivery]}>{t(`messages.delivery.${delivery}`)}</StatusTag>
					{sentAt && <div className="small">{formatDateTime(sentAt, locale)}</div>}
				</div>
			),
		},
		{
			key: 'call',
			header: t('messages.delivery.call'),
			cell: ({ mustCall, phone }) => mustCall && <PhoneLink phone={phone} />,
		},
	]
}

/** What became of the newest message to each person, those who must be called first. */
export function Deliveries({ rows }: { rows: readonly Row[] }) {
	const t = useT()
	const columns = useColumns()
	if (rows.length === 0) return null
	return (
		<DataTable
			caption={t('messages.delivery.title')}
			rows={rows}
			rowKey={(row) => `${row.name} ${row.phone} ${row.sentAt}`}
			columns={columns}
		/>
	)
}

type ToCall = Row & { bookingRef: string; start: Date }

/** Whom to call about which visit. */
export function PeopleToCall({ rows }: { rows: readonly ToCall[] }) {
	const t = useT()
	const locale = useLocale()
	const [name, ...others] = useColumns()
	if (rows.length === 0) return null
	return (
		<Section title={t('messages.to-call.title')} id="to-call">
			<p>{t('messages.to-call.lead')}</p>
			<DataTable<ToCall>
				caption={t('messages.to-call.caption')}
				rows={rows}
				rowKey={(row) => `${row.bookingRef} ${row.name} ${row.phone}`}
				tall
				columns={[
					...(name ? [name] : []),
					{
						key: 'visit',
						header: t('messages.to-call.visit'),
						cell: (row) => (
							<TextLink href={paths.staff.booking(row.bookingRef)}>{formatDateTime(row.start, locale)}</TextLink>
						),
					},
					...others,
				]}
			/>
		</Section>
	)
}
