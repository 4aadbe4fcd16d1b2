import type { MailReach } from '#app/domain/messages/delivery.ts'
import { useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'
import { SummaryList } from '../display/summary-list.tsx'
import { PhoneLink } from './phone-link.tsx'

const shapes = { yes: 'done', none: 'attention', failing: 'stopped' } as const

/** Whether e-mail reaches a visitor, and whom to call where it does not. */
export function OfficerReach({ mail: { reach, phone } }: { mail: { reach: MailReach; phone: string | null } }) {
	const t = useT()
	const state = <StatusTag shape={shapes[reach]}>{t(`messages.reach.to-officer.${reach}`)}</StatusTag>
	return (
		<SummaryList
			rows={[
				{ label: t('messages.reach.to-officer'), value: state },
				...(reach === 'yes' ? [] : [{ label: t('messages.delivery.call'), value: <PhoneLink phone={phone} /> }]),
			]}
		/>
	)
}
