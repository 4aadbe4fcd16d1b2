import { useT } from '#app/i18n/react.tsx'
import { BackIcon } from '../icons.tsx'

export function BackLink({ href, children }: { href: string; children?: string }) {
	const t = useT()
	return (
		<a className="ds-link back-link" href={href}>
			<BackIcon />
			<span>{children ?? t('common.back')}</span>
		</a>
	)
}
