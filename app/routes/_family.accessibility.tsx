import type { PageHandle } from '#app/http/page-handle.ts'
import { InfoPage } from '#app/ui/layout/info-page.tsx'

export const handle: PageHandle = { title: 'accessibility.title' }

export default function Accessibility() {
	return (
		<InfoPage
			title="accessibility.title"
			intro="accessibility.intro"
			sections={[
				{ title: 'accessibility.goal.title', texts: ['accessibility.goal.text'] },
				{
					title: 'accessibility.works.title',
					texts: [
						'accessibility.works.keyboard',
						'accessibility.works.reader',
						'accessibility.works.text',
						'accessibility.works.colour',
						'accessibility.works.script',
						'accessibility.works.dark',
					],
				},
				{ title: 'accessibility.time.title', texts: ['accessibility.time.text'] },
				{ title: 'accessibility.other.title', texts: ['accessibility.other.text'] },
				{ title: 'accessibility.report.title', texts: ['accessibility.report.text'] },
				{ title: 'accessibility.authority.title', texts: ['accessibility.authority.text'] },
			]}
		/>
	)
}
