import type { TextKey } from '#app/i18n/catalogue.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Notice } from '../display/notice.tsx'

/** Who did what and when. */
export interface ShownAct {
	what: `${'application' | 'booking'}.${string}` & ActKey
	by: string | null
	byKind: 'visitor' | 'officer' | 'system'
	at: Date
}

type ActKey =
	Extract<TextKey, `staff.act.${'application' | 'booking'}.${string}`> extends `staff.act.${infer Key}` ? Key : never

/** 'Berit Lund slapp inn de besøkende torsdag 26. november kl. 11.45.' */
export function EarlierActText({ act }: { act: ShownAct }) {
	const t = useT()
	const locale = useLocale()
	const by = act.by ?? t(`staff.act.${act.byKind}`)
	return <>{t(`staff.act.${act.what}`, { by, time: formatDateTime(act.at, locale, { year: true }) })}</>
}

/** Something was changed before what was sent came: what is so, and that nothing of it is saved. */
export function ConflictNotice({ act }: { act: ShownAct }) {
	const t = useT()
	return (
		<Notice kind="warning" title={t('staff.conflict.title')} news>
			<p>
				<EarlierActText act={act} />
			</p>
			<p>{t('staff.conflict.not-saved')}</p>
		</Notice>
	)
}
