import { renderToStaticMarkup } from 'react-dom/server'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { redirectTo } from '#app/http/respond.server.ts'
import { paths } from '#app/paths.ts'
import { visitDetails } from '#app/services/bookings/my-visits.server.ts'
import { PassFile } from '#app/ui/bookings/pass-file.tsx'

/** The pass to be kept as a file, whose name says nothing. Always saved and never shown: it has no frame and no way on. */
export const loader = defineLoader({ who: 'visitor' }, async ({ ctx, params, locale }) => {
	const { visit, actions, arrival, people } = await visitDetails(ctx, params.ref ?? '')
	if (!actions.includes('show-pass')) throw redirectTo(paths.visit(visit.ref))
	const { code, start, end, facility } = visit
	const pass = { code, start, end, facility, people, ...arrival }
	return new Response(`<!doctype html>${renderToStaticMarkup(<PassFile pass={pass} locale={locale} />)}`, {
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-disposition': 'attachment; filename="avtale.html"',
		},
	})
})
