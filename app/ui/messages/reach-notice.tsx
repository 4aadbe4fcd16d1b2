import type { MailReach } from '#app/domain/messages/delivery.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { Notice } from '../display/notice.tsx'
import { TextLink } from '../text-link.tsx'

/** How somebody whom e-mail does not reach will hear, and where to mend it; nothing for anyone else. */
export function ReachNotice({
	mail: { reach, email },
	here,
}: {
	mail: { reach: MailReach; email: string | null }
	here?: boolean
}) {
	const t = useT()
	if (reach === 'yes') return null
	return (
		<Notice kind={reach === 'none' ? 'info' : 'warning'}>
			<p>
				{reach === 'none' ? t('messages.reach.none') : t('messages.reach.failing', { email: email ?? '' })}{' '}
				{!here && <TextLink href={paths.me()}>{t(`messages.reach.${reach}.do`)}</TextLink>}
			</p>
		</Notice>
	)
}
