import type { Conflict } from '#app/domain/conflict.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Notice } from './notice.tsx'

type Act = Pick<Conflict, 'what' | 'by' | 'at'>

/** 'Berit Lund slapp følget inn. Det var torsdag 26. november kl. 11.45.' */
export function EarlierActText({ act: { what, by, at } }: { act: Act }) {
	const t = useT()
	const locale = useLocale()
	const who = by?.kind === 'officer' ? by.name : by ? t(`conflict.by.${by.kind}`) : ''
	const done = t(`conflict.${what}`, { by: by ? 'some' : 'none', who })
	const when = at ? t('conflict.when', { time: formatDateTime(at, locale, { year: true }) }) : ''
	return <>{`${done} ${when}`}</>
}

/** Something was changed before what was sent came: what is so, and that nothing of it is saved. */
export function ConflictNotice({ act }: { act: Act }) {
	const t = useT()
	return (
		<Notice kind="warning" title={t('conflict.title')} news>
			<p>
				<EarlierActText act={act} />
			</p>
			<p>{t('conflict.yours-not-saved')}</p>
		</Notice>
	)
}
