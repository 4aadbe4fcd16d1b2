import { localDate } from '#app/domain/calendar/oslo.ts'
import { kronerText } from '#app/forms/funds/amount.ts'
import { topUpSearchForm } from '#app/forms/funds/console.ts'
import { defineLoader } from '#app/http/define-loader.server.ts'
import { emptyResponse } from '#app/http/error-response.server.ts'
import { parseQuery } from '#app/http/form.server.ts'
import { csvFile } from '#app/services/csv.ts'
import { topUpsToExport } from '#app/services/funds/console/search-top-ups.server.ts'
import { topUpsCsv } from '#app/ui/funds/console/top-ups-csv.ts'

/** The payments that were searched for, to take along. Taking people's data out asks for a sign-in of the last minutes. */
export const loader = defineLoader(
	{ who: 'officer', permission: 'see-funds', freshSignIn: true },
	async ({ ctx, url, t }) => {
		const submission = parseQuery(url, topUpSearchForm)
		if (submission.status !== 'success') throw emptyResponse(400)
		const { amount, ...search } = submission.value
		const lines = topUpsCsv(await topUpsToExport(ctx, { ...search, ore: amount }), t, kronerText)
		return new Response(csvFile(lines), {
			headers: {
				'content-type': 'text/csv; charset=utf-8',
				'content-disposition': `attachment; filename="${localDate(ctx.now)}.csv"`,
			},
		})
	},
)
