import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'

/** Any address under /staff that no other route has: an officer is told so, anyone else is asked to sign in. */
export const loader = defineLoader({ who: 'officer' }, async () => {
	throw emptyResponse(404)
})

export default function NoSuchPage() {
	return null
}
