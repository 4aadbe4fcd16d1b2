import type { CheckKind } from '#app/domain/applications/application.ts'
import { formatList } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { StatusTag } from '../display/status-tag.tsx'

type Props = {
	/** The checks that are still open, and those that speak against it. */
	missing: readonly CheckKind[]
	against: readonly CheckKind[]
}

/** What an application waits for, and what speaks against granting it. */
export function MissingChecks({ missing, against }: Props) {
	const t = useT()
	const locale = useLocale()
	const names = (kinds: readonly CheckKind[]) =>
		formatList(
			kinds.map((kind) => t(`applications.officer.check.${kind}`)),
			locale,
		)
	return (
		<div className="stack-tight">
			{against.length > 0 && (
				<StatusTag shape="attention">{t('applications.officer.queue.against', { checks: names(against) })}</StatusTag>
			)}
			{missing.length > 0 && <div>{names(missing)}</div>}
			{missing.length + against.length === 0 && (
				<StatusTag shape="done">{t('applications.officer.queue.ready')}</StatusTag>
			)}
		</div>
	)
}
