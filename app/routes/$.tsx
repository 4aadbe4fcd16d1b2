import { defineLoader } from '#app/http/define-loader.server.ts'
import { answerWith } from '#app/http/refusal-answer.server.ts'

/** Any address that no other route has. */
export const loader = defineLoader({ who: 'public' }, async () => {
	throw answerWith(404)
})

export default function NoSuchPage() {
	return null
}
