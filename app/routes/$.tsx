import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'

/** Any address that no other route has. */
export const loader = defineLoader({ who: 'public' }, async () => {
	throw emptyResponse(404)
})

export default function NoSuchPage() {
	return null
}
