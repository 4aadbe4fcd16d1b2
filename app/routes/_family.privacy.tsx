import type { PageHandle } from '#app/http/page-handle.ts'
import { useT } from '#app/i18n/react.tsx'
import { paths } from '#app/paths.ts'
import { InfoPage } from '#app/ui/layout/info-page.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle: PageHandle = { title: 'privacy.title' }

export default function Privacy() {
	const t = useT()
	return (
		<InfoPage
			title="privacy.title"
			intro="privacy.intro"
			sections={[
				{
					title: 'privacy.what.title',
					texts: [
						'privacy.what.you',
						'privacy.what.applications',
						'privacy.what.visits',
						'privacy.what.children',
						'privacy.what.funds',
					],
				},
				{ title: 'privacy.why.title', texts: ['privacy.why.text'] },
				{ title: 'privacy.who.title', texts: ['privacy.who.staff', 'privacy.who.others', 'privacy.who.messages'] },
				{ title: 'privacy.long.title', texts: ['privacy.long.text'] },
				{
					title: 'privacy.rights.title',
					texts: ['privacy.rights.see', 'privacy.rights.correct', 'privacy.rights.appeal', 'privacy.rights.authority'],
				},
				{ title: 'privacy.cookies.title', texts: ['privacy.cookies.text'] },
			]}
		>
			<ul>
				<li>
					<TextLink href={paths.me()}>{t('privacy.see-mine')}</TextLink>
				</li>
			</ul>
		</InfoPage>
	)
}
