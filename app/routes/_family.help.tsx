import type { PageHandle } from '#app/http/page-handle.ts'
import { InfoPage } from '#app/ui/layout/info-page.tsx'

export const handle: PageHandle = { title: 'help.title' }

export default function Help() {
	return (
		<InfoPage
			title="help.title"
			intro="help.intro"
			sections={[
				{
					title: 'help.begin.title',
					texts: ['help.begin.permit', 'help.begin.consent', 'help.begin.time', 'help.begin.no-eid'],
				},
				{ title: 'help.book.title', texts: ['help.book.when', 'help.book.full', 'help.book.change'] },
				{
					title: 'help.day.title',
					texts: ['help.day.id', 'help.day.early', 'help.day.things', 'help.day.search', 'help.day.code'],
				},
				{ title: 'help.children.title', texts: ['help.children.tell', 'help.children.contact', 'help.children.ffp'] },
				{ title: 'help.calls.title', texts: ['help.calls.pay', 'help.calls.back'] },
				{ title: 'help.change.title', texts: ['help.change.review', 'help.change.cancelled'] },
				{ title: 'help.no-answer.title', texts: ['help.no-answer.text'] },
				{ title: 'help.contact.title', texts: ['help.contact.text'] },
			]}
		/>
	)
}
