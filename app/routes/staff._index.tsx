import { defineLoader } from '#app/http/define-loader.server.ts'
import type { PageHandle } from '#app/http/page-handle.ts'
import { useT } from '#app/i18n/react.tsx'
import { PageTitle } from '#app/ui/layout/page-title.tsx'

export const handle: PageHandle = { title: 'rail.today' }

export const loader = defineLoader({ who: 'officer' }, async () => null)

export default function Today() {
	const t = useT()
	return <PageTitle>{t('rail.today')}</PageTitle>
}
